import { facts } from '@sealmark/messengers/facts';
import type { Found } from '../scripts/results.ts';
import { criteriaByLevel } from './criteria.ts';
import { guideViews } from './guides.ts';
import { entries, messengers } from './records.ts';
import { nothingSaid, say, textOf, vocabularies } from './words.ts';

/** Everything that can be found, in the order of the plain list. Addresses start at the site's root, without a slash. */
export const searchable: readonly Found[] = [
  ...[...entries.values()].map((record) => ({
    url: `messengers/${record.id}/`,
    title: record.name,
    kind: 'Messenger',
    text: record.kind === 'messenger' ? `${record.tagline} ${textOf(record.summary)}` : '',
  })),
  ...guideViews.flatMap(({ guide }) => [
    { url: `guides/${guide.id}/`, title: guide.title, kind: 'Guide', text: guide.about },
    ...guide.sections.map(({ id, heading, body }) => ({
      url: `guides/${guide.id}/#${id}`,
      title: heading,
      kind: guide.title,
      text: textOf(body),
    })),
  ]),
  ...criteriaByLevel.flatMap(({ rows }) =>
    rows.map(({ criterion: { id, label, explanation } }) => ({
      url: `criteria/#${id}`,
      title: label,
      kind: 'Criterion',
      text: explanation,
    })),
  ),
  ...facts.map(({ id, label, explanation, why }) => ({
    url: `glossary/#${id}`,
    title: label,
    kind: 'Term',
    text: `${explanation} ${why}`,
  })),
  ...vocabularies.flatMap((list) =>
    list.terms.map(({ id, label, explanation }) => ({
      url: `glossary/#${list.id}-${id}`,
      title: label,
      kind: list.heading,
      text: explanation,
    })),
  ),
  ...messengers.flatMap((record) => [
    ...record.notes.map(({ id, heading, body }) => ({
      url: `messengers/${record.id}/#note-${id}`,
      title: heading,
      kind: record.name,
      text: textOf(body),
    })),
    ...facts.map((fact) => {
      const { value, note = [] } = record.claims[fact.id] ?? nothingSaid;
      return {
        url: `messengers/${record.id}/#${fact.id}`,
        title: `${fact.label}: ${say(fact, value).words}`,
        kind: record.name,
        text: textOf(note),
      };
    }),
  ]),
];
