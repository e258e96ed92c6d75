import type { Locale, Strings } from './strings.ts';
import { nodesOf } from './template.ts';

/** What an element shows: a template, and the `:state()`s that go with it. */
export interface Drawn {
  readonly content: unknown;
  readonly states: readonly string[];
}

/** The part of an element that draws, loaded when something has to be drawn. */
export interface Drawing<View> {
  /** Its words in English, by key. */
  readonly words: Strings;
  /** Gives what to show; `undefined` where there is nothing to show, and the children stay. */
  readonly draw: (view: View, locale: Locale) => Drawn | undefined;
  /** Makes the nodes of a template. */
  readonly nodesOf: typeof nodesOf;
}

/** Makes the part of an element that draws. */
export const drawing = <View>(words: Strings, draw: Drawing<View>['draw']): Drawing<View> => ({
  words,
  draw,
  nodesOf,
});
