import {
  type ContentSource,
  loadLanguage,
  type Locale,
  type ReadyCard,
  type Tree,
  wordsIn,
} from '@sealmark/element-kit';
import { MessengerCard } from '@sealmark/messenger-card';
import { cardWords, readRecord, staleNotice } from '@sealmark/messenger-card/draw.js';
import type { CardRecord } from '@sealmark/schema';
import { type DefaultTreeAdapterTypes as Nodes, parseFragment } from 'parse5';
import { markup } from './markup.ts';
import { renderRoot } from './render.ts';

/** What a card is drawn with. */
export interface ReadyOptions {
  /** The language of the card, such as `en`, `de` or `zh-hans`. English where it is not spoken. */
  readonly language: string;
  /** Gives the addresses of your own pages; without it cards lead to none. */
  readonly content?: Pick<ContentSource, 'href'> | undefined;
}

/**
 * Draws a card in a language and gives it as plain data, for the `ready` of a content source: a browser shows it without the
 * record, and without loading what draws.
 *
 * @throws {TypeError} where it is not the record of a card.
 */
export async function readyCard(
  record: CardRecord,
  { language, content }: ReadyOptions,
): Promise<ReadyCard> {
  const reading = readRecord(record);
  if (!reading) throw new TypeError('This is not the record of a card.');
  await loadLanguage(MessengerCard.languages, language);
  const locale = localeOf(language);
  const properties = { messenger: record, content: { card: () => undefined, ...content } };
  const drawn = renderRoot({
    tag: 'messenger-card',
    attributes: new Map(),
    lang: language,
    properties,
  });
  const root = treesOf(drawn ?? '');
  const { record: read } = reading;
  const words = Object.fromEntries(
    Object.entries(locale.words).filter(([key]) => /^(own|overdue|age-.*)$/.test(key)),
  );
  if (read.kind !== 'messenger' || !read.reviewBy) return { root, language, words };
  const [stale] = treesOf(markup(staleNotice(read, locale)));
  return { root, reviewBy: read.reviewBy, ...(stale && { stale }), language, words };
}

function localeOf(language: string): Locale & { readonly words: Readonly<Record<string, string>> } {
  const words: Record<string, string> = {
    ...cardWords,
    ...wordsIn(MessengerCard.languages, language),
  };
  return Object.assign((key: string) => words[key] ?? key, {
    language,
    place: language,
    words,
  });
}

const treesOf = (html: string): Tree[] => parseFragment(html).childNodes.flatMap(treeOf);

function treeOf(node: Nodes.ChildNode): Tree[] {
  if ('value' in node) return [node.value];
  if (!('tagName' in node)) return [];
  const attributes = node.attrs
    // Links get theirs where they are made.
    .filter(({ name }) => name !== 'rel')
    .map(({ name, value }) => [name, value]);
  return [[node.tagName, Object.fromEntries(attributes), ...node.childNodes.flatMap(treeOf)]];
}
