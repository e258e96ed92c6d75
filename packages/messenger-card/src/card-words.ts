import { firstWords } from './first-words.ts';
import { words } from './words.ts';

/** All words of the card in English, by key. */
export const cardWords = { ...words, ...firstWords };
