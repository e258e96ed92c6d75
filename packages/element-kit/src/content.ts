import type { CardRecord } from '@sealmark/schema';
import type { Strings } from './strings.ts';
import type { Tree } from './tree.ts';

/** What an address of our own can lead to. */
export type Destination = 'entries' | 'entry' | 'sources' | 'history' | 'guide';

/** A card of the full layout that a build has drawn, as plain data. A card shows it without the record and without drawing. */
export interface ReadyCard {
  /** What is in the root. Its heading is an `h3`. */
  readonly root: readonly Tree[];
  /** When the next review is due, `YYYY-MM-DD`. */
  readonly reviewBy?: string;
  /** What stands first in the card once that day is over. */
  readonly stale?: Tree;
  /** The language of its words: `en`, or a tag in small letters. */
  readonly language: string;
  /** Further words in that language, for what only a browser can know. */
  readonly words: Strings;
}

/** Where cards come from: the embed script's own, a package's, an application's. */
export interface ContentSource {
  /**
   * The card of an entry; `undefined` where there is no such entry.
   * Throws, or rejects, where it cannot tell.
   */
  card(
    name: string,
    signal?: AbortSignal,
  ): CardRecord | undefined | Promise<CardRecord | undefined>;
  /**
   * The card of an entry as a build has drawn it in a language: `en`, or a tag in small letters such as `de` or `zh-hans`.
   * `undefined` where there is none, and then the record is asked for. Throws, or rejects, where it cannot tell.
   */
  ready?(
    name: string,
    language: string,
    signal?: AbortSignal,
  ): ReadyCard | undefined | Promise<ReadyCard | undefined>;
  /** The address of a page of ours: `https:` or a path of the same site; `undefined` where there is none. */
  href?(destination: Destination, id?: string): string | undefined;
}

let source: ContentSource | undefined;
const waiting = new Set<() => void>();

/** Registers where the page's cards come from. Cards that wait for it load now. */
export function setContentSource(content: ContentSource | undefined): void {
  source = content;
  for (const notify of waiting) notify();
}

/** Where the page's cards come from. */
export function getContentSource(): ContentSource | undefined {
  return source;
}

/** Calls back whenever another source is registered; the answer ends that. */
export function onContentSource(notify: () => void): () => void {
  waiting.add(notify);
  return () => waiting.delete(notify);
}
