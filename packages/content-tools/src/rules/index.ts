import { canonical } from './canonical.ts';
import { claims } from './claims.ts';
import { contradictions } from './contradictions.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { evidence } from './evidence.ts';
import { finalHosts } from './final-hosts.ts';
import { future } from './future.ts';
import { gaps } from './gaps.ts';
import { guides } from './guides.ts';
import { hosts } from './hosts.ts';
import { lengths } from './lengths.ts';
import { lists } from './lists.ts';
import { locales } from './locales.ts';
import { order } from './order.ts';
import { page } from './page.ts';
import { pinned } from './pinned.ts';
import { references } from './references.ts';
import { reviews } from './reviews.ts';
import type { Context, Rule } from './rule.ts';
import { shorteners } from './shorteners.ts';
import { stores } from './stores.ts';
import { texts } from './texts.ts';
import { trackers } from './trackers.ts';

/** A rule by the name that reports and exceptions give it. */
export interface NamedRule {
  id: string;
  /** What it asks for, in a sentence. */
  says: string;
  rule: Rule;
  /** What it cannot look without: then it does not. */
  needs?: keyof Context;
  /** Whether a build relies on it, so that nothing can be excepted from it. */
  firm?: true;
  /** Whether it only advises, and keeps nobody from building. */
  advises?: true;
}

/** What is checked before any rule looks at a file. */
export const BASICS = [
  {
    id: 'files',
    says: 'Each file has its place, its name and its size, is text in UTF-8 and lies in the package, also where a link leads.',
  },
  {
    id: 'yaml',
    says: 'YAML 1.2 without tabs, anchors, aliases, tags, merge keys or directives; no field twice.',
  },
  {
    id: 'schema',
    says: 'Each field is one that the schema has, and has the form that it asks for.',
  },
  { id: 'blanks', says: 'The blanks that `sealmark new` leaves are filled in.' },
  {
    id: 'exceptions',
    says: 'An exception is needed, and has not ended.',
  },
] as const;

export const RULES: readonly NamedRule[] = [
  {
    id: 'references',
    says: 'Ids stand in their vocabularies, sources among those of the entry, and a moved entry leads to one that exists.',
    rule: references,
    firm: true,
  },
  {
    id: 'claims',
    says: 'Every messenger answers every fact, with a value that the fact knows.',
    rule: claims,
    firm: true,
  },
  {
    id: 'contradictions',
    says: 'What `content/contradictions.yaml` calls impossible is not said.',
    rule: contradictions,
  },
  {
    id: 'dates',
    says: 'Days are real, and follow each other: evidence is not younger than its review, the past ends after it starts.',
    rule: dates,
  },
  {
    id: 'future',
    says: 'Nothing is dated after today but the next review.',
    rule: future,
    needs: 'today',
  },
  {
    id: 'evidence',
    says: 'No source is younger than its review, and each named source is cited.',
    rule: evidence,
  },
  {
    id: 'hosts',
    says: "A maker's download stands on an official host, and an independent source does not.",
    rule: hosts,
  },
  {
    id: 'final-hosts',
    says: "A maker's download ends on an official host, as far as `sealmark links` has seen.",
    rule: finalHosts,
    needs: 'links',
  },
  {
    id: 'stores',
    says: 'A download from a store leads into that store, for a platform that the store has.',
    rule: stores,
  },
  {
    id: 'canonical',
    says: 'An address is written as browsers read it. `--fix` does it.',
    rule: canonical,
  },
  {
    id: 'trackers',
    says: 'An address does not tell where the reader came from. `--fix` takes it out where that is beyond doubt.',
    rule: trackers,
  },
  {
    id: 'locales',
    says: 'A link or download chooses no language and no country for the reader.',
    rule: locales,
  },
  {
    id: 'shorteners',
    says: 'An address leads where it says, not through a service that shortens it.',
    rule: shorteners,
  },
  {
    id: 'duplicates',
    says: 'An address has one name among the sources, and one entry that it leads to.',
    rule: duplicates,
  },
  {
    id: 'pinned-sources',
    says: 'Code that is cited names the commit or release that was read.',
    rule: pinned,
  },
  {
    id: 'texts',
    says: 'Texts have paragraphs, lists, strong, emphasis, code and links. No HTML, headings, pictures, quotations or code blocks; at most 4,000 characters.',
    rule: texts,
    firm: true,
  },
  { id: 'lengths', says: 'What has little room is short enough for it.', rule: lengths },
  {
    id: 'lists',
    says: 'One download for a platform and store, and no id twice.',
    rule: lists,
    firm: true,
  },
  { id: 'order', says: 'Audits and former addresses stand newest first.', rule: order },
  {
    id: 'page',
    says: 'Each messenger stands once on the page, in the section of its group.',
    rule: page,
    firm: true,
  },
  {
    id: 'guides',
    says: 'A guide has 400 to 800 words, in sections that can be linked to.',
    rule: guides,
  },
  {
    id: 'reviews',
    says: 'What was looked through long ago is due again: after 6 months what the card shows, what is unknown, numbers, maker and lifecycle; after 12 everything else.',
    rule: reviews,
    needs: 'today',
    advises: true,
  },
  {
    id: 'gaps',
    says: 'Each term of a vocabulary is used, and each fact answered by an entry.',
    rule: gaps,
    needs: 'today',
    advises: true,
  },
];

/** Whether a rule has what it needs to look at anything. */
export const looks = ({ needs }: NamedRule, context: Context): boolean =>
  needs === undefined || context[needs] !== undefined;
