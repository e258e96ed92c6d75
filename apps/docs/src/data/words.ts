import { formatDate, formatList } from '@sealmark/element-kit';
import {
  auditKinds,
  auditParts,
  linkRoles,
  platforms,
  sourceKinds,
  stores,
} from '@sealmark/messengers/facts';
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
  typeof node === 'string'
    ? node
    : 'text' in node
      ? node.text
      : node.children.map(inlineText).join('');

/** The text of blocks, without its marks. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.type === 'list' ? block.items : [block.children]))
    .map((line) => line.map(inlineText).join(''))
    .join(' ');

/** The vocabularies beside the facts. The anchor of a term is the list’s id, a hyphen and its own. */
export const vocabularies = [
  { id: 'platforms', heading: 'Platforms', terms: platforms },
  { id: 'stores', heading: 'Places to download', terms: stores },
  { id: 'link-roles', heading: 'Links', terms: linkRoles },
  { id: 'audit-kinds', heading: 'Kinds of audits', terms: auditKinds },
  { id: 'audit-parts', heading: 'What an audit reads', terms: auditParts },
  { id: 'source-kinds', heading: 'Kinds of sources', terms: sourceKinds },
];
