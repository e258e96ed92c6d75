import { readFileSync } from 'node:fs';
import { meta } from '@sealmark/messengers';
import recommendations from '@sealmark/messengers/page';
import { page } from '../content.ts';
import { policy } from '../headers.ts';
import { address, base } from '../output.ts';
import { events, feeds, versions } from './changes.ts';
import { columns, comparison, comparisonParts } from './compare.ts';
import { answersOf, criteriaByLevel } from './criteria.ts';
import { entryViews } from './entries.ts';
import { guideOf, guideViews } from './guides.ts';
import { entries, messengers, topics } from './records.ts';
import { searchable } from './search.ts';
import { listOf, softwareOf } from './structured.ts';
import { vocabularies } from './words.ts';

const root = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { repository: { url: string } };

const repository = root.repository.url.replace(/^git\+|\.git$/g, '');

/** The newest day on which anything was looked at. */
const newest = messengers
  .map(({ reviewed }) => reviewed)
  .concat(versions.map(({ state }) => state))
  .sort()
  .at(-1) as string;

/** All that the templates read. */
export const site = {
  name: 'Sealmark',
  address,
  /** The paths of site maps: they need whole addresses. */
  sitemaps: address ? ['/sitemap.xml'] : [],
  /** The path of the site, for the one page that does not know where it stands. */
  base,
  policy: policy.replace(/; frame-ancestors [^;]*/, ''),
  repository,
  security: `${repository}/security/advisories/new`,
  /** A year after the newest look: by then somebody should have looked again. */
  expires: `${Number(newest.slice(0, 4)) + 1}${newest.slice(4).replace('-02-29', '-02-28')}T00:00:00Z`,
  version: meta.version,
  page,
  messengers,
  entries: entryViews,
  topics,
  vocabularies,
  criteria: criteriaByLevel,
  comparison,
  comparisonParts,
  columns,
  guides: guideViews,
  versions,
  events,
  feeds,
  /** What the plain list has: pages, criteria and terms. */
  searchable: searchable.filter(({ url }) => /^(?:[^#]+|(?:glossary|criteria)\/#.+)$/.test(url)),
  software: Object.fromEntries(messengers.map((record) => [record.id, softwareOf(record)])),
  list: listOf(address),
  recommendations: {
    title: recommendations.title,
    intro: recommendations.intro,
    guide: guideOf(recommendations.guide ?? '') ?? null,
    /** Sections without members have nothing to say. */
    sections: recommendations.sections
      .filter((section) => section.entries.some((id) => entries.has(id)))
      .map(({ id, heading, entries: ids }) => ({
        id,
        heading,
        entries: ids.map((entry) => {
          const record = messengers.find((one) => one.id === entry);
          return {
            id: entry,
            record,
            levels: record ? answersOf(record) : [],
            guides: (record?.guides ?? []).flatMap((guide) => guideOf(guide) ?? []),
          };
        }),
      })),
    listed: messengers,
    /** The oldest review of an entry. */
    reviewed: messengers.map(({ reviewed }) => reviewed).sort()[0] ?? '',
    criteria: criteriaByLevel,
  },
};
