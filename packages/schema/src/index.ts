import type { Block, Evaluation } from './generated/types.ts';

export type * from './generated/types.ts';

/** Text as a small tree: never a string of HTML. */
export type RichText = Block[];

/** What a record says of a criterion, in a word. */
export type Verdict = Evaluation['verdict'];
