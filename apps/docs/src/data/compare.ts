import { formatList } from '@sealmark/element-kit';
import { platforms } from '@sealmark/messengers/facts';
import type { Audit, ClaimValue, Messenger, Source } from '@sealmark/schema';
import { most } from '../scripts/choice.ts';
import { messengers, topics } from './records.ts';
import { nothingSaid, period, say } from './words.ts';

/** What a messenger answers to a question. */
export interface Cell {
  /** The ids of its values, parted by blanks. */
  readonly value: string;
  readonly glyph: string;
  readonly words: string;
  readonly sources: readonly Source[];
  /** The day of the last look, where it is told in place of a source. */
  readonly reviewed: string;
  /** Where the entry's page says more. */
  readonly anchor: string;
}

/** A question with the answers of all messengers. */
export interface Row {
  readonly id: string;
  readonly label: string;
  /** The explanation of the question. */
  readonly href: string;
  /** What can be asked for: the ids of values with their words. */
  readonly options: readonly (readonly [id: string, words: string])[];
  readonly cells: readonly Cell[];
}

/** A page of the comparison: as many messengers as can be compared at once. */
export interface Part {
  readonly url: string;
  readonly title: string;
  /** The place of its first messenger, and the place after its last. */
  readonly first: number;
  readonly end: number;
}

/** Questions that belong together. */
export interface Group {
  readonly heading: string;
  readonly rows: readonly Row[];
}

const idsOf = (value: ClaimValue): string =>
  Array.isArray(value) ? value.toSorted().join(' ') : String(value);

const facts: readonly Group[] = topics.map(({ heading, facts }) => ({
  heading,
  rows: facts.map((fact) => ({
    id: fact.id,
    label: fact.label,
    href: `/glossary/#${fact.id}`,
    options:
      fact.values.type === 'yes-no'
        ? [
            ['yes', 'yes'],
            ['yes+partial', 'yes or partly'],
            ['no', 'no'],
          ]
        : (fact.values.options ?? []).map(({ id, label }) => [id, label]),
    cells: messengers.map(({ claims }) => {
      const claim = claims[fact.id] ?? nothingSaid;
      return {
        ...say(fact, claim.value),
        value: idsOf(claim.value),
        sources: [
          ...(claim.sources ?? []),
          ...(claim.positions ?? []).flatMap(({ sources }) => sources),
        ],
        reviewed: claim.reviewed,
        anchor: fact.id,
      };
    }),
  })),
}));

function auditRow(id: string, label: string, parts: readonly string[], glyph: string): Row {
  const fitting = ({ target, scope }: Audit) =>
    target.relation === 'self' && scope.some(({ part }) => parts.includes(part));
  return {
    id,
    label,
    href: '/glossary/#audit-parts',
    options: [['yes', 'known']],
    cells: messengers.map(({ audits, auditsReviewed }) => {
      const found = audits.filter(fitting);
      const dates = found.map(({ date }) => (date ? period(date) : 'undated')).reverse();
      return {
        value: found.length ? 'yes' : 'unknown',
        glyph: found.length ? glyph : 'unknown',
        words: formatList(dates, 'en') || 'None known',
        sources: found.flatMap(({ sources }) => sources),
        reviewed: auditsReviewed,
        anchor: 'audits',
      };
    }),
  };
}

const platformsOf = ({ downloads }: Messenger) => [
  ...new Set(downloads.map(({ platform }) => platform)),
];

const apps: Row = {
  id: 'platforms',
  label: 'Runs on',
  href: '/glossary/#platforms',
  options: platforms.map(({ id, label }) => [id, label]),
  cells: messengers.map((record) => {
    const ids = platformsOf(record);
    const labels = platforms.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    return {
      value: ids.toSorted().join(' '),
      glyph: '',
      words: formatList(labels, 'en'),
      sources: [],
      reviewed: '',
      anchor: 'downloads',
    };
  }),
};

/** All questions, by group, as every messenger answers them. */
export const comparison: readonly Group[] = [
  ...facts,
  {
    heading: 'Audits',
    rows: [
      auditRow('audit-app', 'Of the app', ['client'], 'full'),
      auditRow('audit-protocol', 'Of protocol or library', ['protocol', 'library'], 'open'),
    ],
  },
  { heading: 'Apps', rows: [apps] },
];

/** The pages of the comparison. What does not fit on the first stands on further ones, for readers without scripts. */
export const comparisonParts: readonly Part[] = Array.from(
  { length: Math.max(1, Math.ceil(messengers.length / most)) },
  (_, index) => ({
    url: index ? `/compare/${index + 1}/` : '/compare/',
    title: index ? `Compare, part ${index + 1}` : 'Compare',
    first: index * most,
    end: Math.min(messengers.length, (index + 1) * most),
  }),
);

/** The places of the messengers whose columns a script may have to fetch: where not all are on one page. */
export const columns: readonly number[] = comparisonParts.length > 1 ? [...messengers.keys()] : [];

/** The page on which a messenger is compared. */
export const comparedOn = (id: string): string => {
  const place = messengers.findIndex((record) => record.id === id);
  return comparisonParts[Math.floor(place / most)]?.url ?? '/compare/';
};
