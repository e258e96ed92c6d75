// The card fires it too: with its type comes what listeners are told.
export type { DownloadFollowEvent } from '@sealmark/downloads-dropdown';
export { type Failure, MessengerErrorEvent, MessengerLoadEvent } from './events.ts';
export { MessengerCard } from './messenger-card.ts';
