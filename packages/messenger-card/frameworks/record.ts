import type { MessengerCardRecord } from '@sealmark/schema';

/** A record that some code has from somewhere. */
export declare const record: MessengerCardRecord;
