import { render } from 'lit/html.js';
import type { Locale, Strings } from './strings.ts';

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
  /** Puts a template into a root, before a node of it. */
  readonly render: typeof render;
}

/** Makes the part of an element that draws, with Lit. */
export const drawing = <View>(words: Strings, draw: Drawing<View>['draw']): Drawing<View> => ({
  words,
  draw,
  render,
});
