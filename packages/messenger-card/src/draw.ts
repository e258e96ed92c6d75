/** What draws cards and reads their records. */
export { staleNotice } from './card.ts';
export { readRecord, type Reading } from './record.ts';
export { cardWords } from './card-words.ts';
