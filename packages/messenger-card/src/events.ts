import type { CardRecord } from '@sealmark/schema';

/** Why a card has nothing to show. */
export type Failure =
  | 'no-name'
  | 'unknown-name'
  | 'unreachable'
  | 'status'
  | 'not-json'
  | 'not-record'
  | 'late';

/** A card is there: with its record, as a build has drawn it, or as it came with the page. */
export class MessengerLoadEvent extends Event {
  static readonly eventName = 'messenger-load';

  /** The record that the card shows; `undefined` where a build has drawn the card, and no record was loaded. */
  declare readonly messenger: CardRecord | undefined;
  /** The id of the entry; `undefined` where neither the card's `name` nor a record tells. */
  declare readonly id: string | undefined;
  /** The name that the card shows, such as `Signal`. */
  declare readonly name: string;

  constructor(what: Pick<MessengerLoadEvent, 'messenger' | 'id' | 'name'>) {
    super(MessengerLoadEvent.eventName, { bubbles: true, composed: true });
    Object.assign(this, what);
  }
}

/** A card could not get its record. */
export class MessengerErrorEvent extends Event {
  static readonly eventName = 'messenger-error';

  /** What was the matter. */
  declare readonly reason: Failure;
  /** The name or the address that was asked for. */
  declare readonly subject: string;

  constructor({ reason, subject }: { reason: Failure; subject: string }) {
    super(MessengerErrorEvent.eventName, { bubbles: true, composed: true });
    Object.assign(this, { reason, subject });
  }
}

declare global {
  interface HTMLElementEventMap {
    'messenger-load': MessengerLoadEvent;
    'messenger-error': MessengerErrorEvent;
  }
}
