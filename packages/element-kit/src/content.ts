import type { CardRecord } from '@sealmark/schema';

/** What an address of our own can lead to. */
export type Destination = 'entries' | 'entry' | 'sources' | 'history' | 'guide';

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
