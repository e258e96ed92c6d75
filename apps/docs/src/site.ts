import { readFileSync } from 'node:fs';
import records from '@sealmark/messengers/all';
import { criteria } from '@sealmark/messengers/criteria';
import { guides } from '@sealmark/messengers/facts';
import recommendations from '@sealmark/messengers/page';
import type { Criterion, GuideTerm, Messenger } from '@sealmark/schema';
import { page } from './content.ts';
import { policy } from './headers.ts';

const root = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { repository: { url: string } };

/** The origin of the site, where it is known when it is built. */
const origin = process.env['SITE_URL'] ? new URL(process.env['SITE_URL']).origin : '';

const messengers = new Map<string, Messenger>();
for (const record of records) if (record.kind === 'messenger') messengers.set(record.id, record);

/** The levels of criteria, in order. */
const levels = [
  { id: 'minimum', heading: 'Minimum criteria' },
  { id: 'best-case', heading: 'Best-case criteria' },
] as const;

/** A criterion of a level, as a record answers it. */
export interface Answer {
  readonly criterion: Criterion;
  readonly verdict: string;
  /** What of the program was read, for a criterion that asks for an audit. */
  readonly parts: readonly string[];
}

function answer(criterion: Criterion, record: Messenger): Answer {
  const { verdict, paths } = criterion.verdicts[record.id] ?? { verdict: 'unknown', paths: [] };
  const audits = paths.flatMap((path) => {
    const [, index] = /^\/audits\/(\d+)$/.exec(path) ?? [];
    return index === undefined ? [] : [record.audits[Number(index)]];
  });
  const parts = audits
    .flatMap((audit) => audit?.scope ?? [])
    .map(({ part }) => words[part] ?? part);
  return { criterion, verdict, parts: [...new Set(parts)] };
}

const words: Record<string, string> = { client: 'app' };

/** A guide by its id: its title stands alone until it has a text. */
const guide = (id: string | undefined): GuideTerm | undefined =>
  guides.find((term) => term.id === id);

/** An entry with what stands beside it. */
function entry(id: string) {
  const record = messengers.get(id);
  if (!record) return { id, record: undefined, levels: [] };
  return {
    id,
    record,
    levels: levels.map(({ id: level, heading }) => ({
      heading,
      answers: criteria
        .filter((criterion) => criterion.level === level)
        .map((criterion) => answer(criterion, record)),
    })),
  };
}

const sections = recommendations.sections.map(({ id, heading, entries }) => ({
  id,
  heading,
  entries: entries.map(entry),
}));
const entries = sections.flatMap((section) => section.entries);
const listed = entries.flatMap(({ record }) => record ?? []);

/** All that the templates read. */
export const site = {
  name: 'Sealmark',
  origin,
  policy: policy.replace(/; frame-ancestors [^;]*/, ''),
  repository: root.repository.url.replace(/^git\+|\.git$/g, ''),
  page,
  recommendations: {
    title: recommendations.title,
    intro: recommendations.intro,
    guide: guide(recommendations.guide) ?? null,
    sections,
    listed,
    /** The oldest review of an entry. */
    reviewed: listed.map(({ reviewed }) => reviewed).sort()[0] ?? '',
    criteria: levels.map(({ id, heading }) => ({
      heading,
      rows: criteria
        .filter(({ level }) => level === id)
        .map((criterion) => ({
          criterion,
          answers: listed.map((record) => answer(criterion, record)),
        })),
    })),
  },
};
