import { formatDate, formatList } from '@sealmark/element-kit';
import type { Block, Claim, ClaimValue, Fact, Inline } from '@sealmark/schema';

/** A value as it is shown: a glyph of ours where shape says something, and words. */
export interface Said {
  readonly glyph: string;
  readonly words: string;
}

const plain: Record<string, Said> = {
  yes: { glyph: 'full', words: 'Yes' },
  partial: { glyph: 'half', words: 'Partly' },
  no: { glyph: 'no', words: 'No' },
  unknown: { glyph: 'unknown', words: 'Unknown' },
  disputed: { glyph: 'alert', words: 'Disputed' },
  'not-applicable': { glyph: 'open none', words: 'Does not apply' },
};

/** The values that every fact can have, with their words. */
export const plainValues: readonly (readonly [value: string, words: string])[] = Object.entries(
  plain,
).map(([value, { words }]) => [value, words]);

/** The value of a claim in words. */
export function say(fact: Fact, value: ClaimValue): Said {
  if (typeof value === 'number') {
    return { glyph: '', words: `${value.toLocaleString('en')} ${fact.values.unit ?? ''}`.trim() };
  }
  const { options = [] } = fact.values;
  const label = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  if (Array.isArray(value)) return { glyph: '', words: formatList(value.map(label), 'en') };
  return plain[value] ?? { glyph: '', words: label(value) };
}

/** What a claim is taken for where nothing is said. */
export const nothingSaid: Claim = { value: 'unknown', reviewed: '' };

/** A date or a span of two, in words. */
export const period = (date: string): string =>
  date
    .split('/')
    .map((day) => formatDate(day, 'en'))
    .join(' to ');

const inlineText = (node: Inline): string =>
  typeof node === 'string' ? node : 'text' in node ? node.text : node.children.map(inlineText).join('');

/** The text of blocks, without its marks. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.type === 'list' ? block.items : [block.children]))
    .map((line) => line.map(inlineText).join(''))
    .join(' ');
