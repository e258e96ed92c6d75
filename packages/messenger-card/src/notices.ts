import { type ContentSource, fill, type Locale, safeUrl, type Tree } from '@sealmark/element-kit';
import type { Outcome } from './load.ts';

/** What a notice in place of a record is made from. It needs nothing that would have to be loaded. */
export interface NoticeView {
  readonly locale: Locale;
  readonly content: ContentSource | undefined;
  readonly headingLevel: number;
  readonly compact: boolean;
  readonly states: readonly string[];
  /** Whether the host has children to fall back on. */
  readonly fallback: boolean;
}

const article = ({ compact, states }: NoticeView, ...inside: Tree[]): Tree => [
  'article',
  {
    class: `card ${compact ? 'compact ' : ''}${states.join(' ')}`,
    part: 'card',
  },
  ...inside,
];

/**
 * What is said while a record is waited for, and where it does not come. It is one element whatever it says, which stays
 * where it is: what changes in it is read aloud.
 */
const notice = (tone: string, label: readonly Tree[], ...words: Tree[]): Tree => [
  'div',
  { class: `row ${tone}`, part: 'notice', role: 'status' },
  ['b', { class: 'label' }, ...label],
  ' ',
  ['p', {}, ...words],
];

/** A row with the host's children; without any it waits for them. */
const children = (fallback: boolean, label: Tree, hidden: readonly Tree[] = []): Tree[] =>
  fallback
    ? [['div', { class: 'row' }, label, ['div', {}, ['slot', {}]]]]
    : [['slot', { hidden: '' }], ...hidden];

const line: Tree = ['i', {}];

/** Space for lines. */
const blanks = (...lines: Tree[]): Tree => [
  'div',
  { class: 'row blanks' },
  ['span', {}],
  ['div', {}, ...lines],
];

/** The tag of a heading of the level that the page wants; 3 where there is no such level. */
export const headingTag = (level: number): string =>
  [2, 4, 5, 6].includes(level) ? `h${level}` : 'h3';

/** A card that waits for its record. It says what was asked for, and states nothing. */
export function loadingCard(name: string, view: NoticeView): Tree {
  const { locale, headingLevel, fallback } = view;
  return article(
    view,
    [
      'header',
      { part: 'header' },
      ['slot', { name: 'logo' }, ['span', { class: 'logo none' }]],
      ...((name
        ? [[headingTag(headingLevel), { part: 'name' }, ['bdi', {}, name]]]
        : []) as Tree[]),
    ],
    notice('', [], locale('loading')),
    ...children(fallback, ['span', {}], [blanks(line, line, line), blanks(line)]),
  );
}

/** A card that has nothing to show. It says what was the matter, and falls back on the host's children. */
export function failedCard(
  { reason, subject, status }: Outcome & { state: 'failed' },
  view: NoticeView,
): Tree {
  const { locale, content, fallback, states } = view;
  const missing = states.includes('unknown-name');
  const bdi: Tree = ['bdi', {}, subject];
  const say = (key: string) =>
    (fill(locale(key), { name: bdi, address: bdi, status: String(status) }) as Tree[]).filter(
      (piece) => piece !== '',
    );
  const words: Tree[] = missing
    ? [
        ...say(subject ? 'no-entry-for' : reason),
        ...link(content?.href?.('entries'), locale('all-entries')),
      ]
    : [...say(subject ? reason : 'given'), ' ', locale('rather-none'), ...retry(subject, view)];
  return article(
    view,
    notice(
      `notice ${missing ? '' : 'alarm'}`,
      [
        ['span', { class: `glyph ${missing ? 'unknown' : 'alert'}` }],
        locale(missing ? 'no-entry' : 'not-read'),
      ],
      ...words,
    ),
    ...children(fallback, ['span', { class: 'label' }, locale('instead')]),
  );
}

const link = (address: string | undefined, words: string): Tree[] =>
  address ? [' ', safeUrl(address) ? ['a', { href: address }, words] : words] : [];

/** A button that asks again. While that is under way it stays where it is, so that nobody loses their place. */
function retry(subject: string, { locale, states }: NoticeView): Tree[] {
  if (!subject) return [];
  const busy = states.includes('loading');
  return [
    ' ',
    [
      'button',
      {
        class: 'retry',
        part: 'retry',
        type: 'button',
        'aria-disabled': busy ? 'true' : undefined,
      },
      locale(busy ? 'loading' : 'retry'),
    ],
  ];
}
