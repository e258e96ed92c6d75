import { formatList } from '@sealmark/element-kit';
import { criteria } from '@sealmark/messengers/criteria';
import { auditParts, facts, platforms } from '@sealmark/messengers/facts';
import type { Condition, Criterion, Messenger } from '@sealmark/schema';
import { messengers } from './records.ts';
import { say } from './words.ts';

/** A criterion, as a record answers it. */
export interface Answer {
  readonly criterion: Criterion;
  readonly verdict: string;
  /** What of the program was read, for a criterion that asks for an audit. */
  readonly parts: readonly string[];
  /** The claims and audits that back it: where they stand on the entry's page, and what they are called. */
  readonly backing: readonly { readonly anchor: string; readonly name: string }[];
}

/** The levels of criteria, in order. */
const levels = [
  { id: 'minimum', heading: 'Minimum criteria' },
  { id: 'best-case', heading: 'Best-case criteria' },
] as const;

const labelIn = (terms: readonly { id: string; label: string }[], id: string) =>
  terms.find((term) => term.id === id)?.label ?? id;

function backing(path: string, record: Messenger): Answer['backing'] {
  const [, field = '', key = ''] = path.split('/');
  if (field === 'claims') return [{ anchor: key, name: labelIn(facts, key) }];
  if (field === 'audits') {
    const title = record.audits[Number(key)]?.title;
    return title === undefined
      ? [{ anchor: 'audits', name: 'No audit known' }]
      : [{ anchor: 'audits', name: title }];
  }
  return field === 'downloads' ? [{ anchor: 'downloads', name: 'Downloads' }] : [];
}

function answer(criterion: Criterion, record: Messenger): Answer {
  const { verdict, paths } = criterion.verdicts[record.id] ?? { verdict: 'unknown', paths: [] };
  const audits = paths.flatMap((path) => {
    const [, index] = /^\/audits\/(\d+)$/.exec(path) ?? [];
    return index === undefined ? [] : [record.audits[Number(index)]];
  });
  const parts = audits
    .flatMap((audit) => audit?.scope ?? [])
    .map(({ part }) => labelIn(auditParts, part).toLowerCase());
  const all = paths.flatMap((path) => backing(path, record));
  return {
    criterion,
    verdict,
    parts: [...new Set(parts)],
    backing: all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index),
  };
}

/** A condition as a sentence without its end. */
function condition(asked: Condition): string {
  if ('all' in asked) return asked.all.map(condition).join(', and ');
  if ('any' in asked) return asked.any.map(condition).join(', or ');
  if ('downloads' in asked) {
    const names = asked.downloads.platforms.map((id) => labelIn(platforms, id));
    return `there are downloads for ${formatList(names, 'en', 'conjunction')}`;
  }
  if ('audit' in asked) {
    const parts = (asked.audit.parts ?? []).map((id) => labelIn(auditParts, id).toLowerCase());
    const own = asked.audit.relations?.every((relation) => relation === 'self') ? 'its own ' : '';
    const what = parts.join(', ').replace(/, ([^,]*)$/, ' or $1');
    return `somebody outside has examined ${what ? own + what : 'any part'}`;
  }
  const fact = facts.find(({ id }) => id === asked.claim);
  if (!fact) return `“${asked.claim}” holds`;
  const values = (asked.is ?? asked.includes ?? []).map((value) => `“${say(fact, value).words}”`);
  return `“${fact.label}” ${asked.includes ? 'includes' : 'is'} ${values.join(' or ')}`;
}

/** Whether “partly” is enough for a condition, as far as it can be partly true. */
const partly = (asked: Condition): string =>
  'claim' in asked && asked.is?.includes('yes')
    ? ` “Partly” ${asked.partial === 'met' ? 'is enough' : 'is not enough'}.`
    : '';

/** The criteria of each level, as a record answers them. */
export const answersOf = (record: Messenger) =>
  levels.map(({ id, heading }) => ({
    heading,
    answers: criteria
      .filter(({ level }) => level === id)
      .map((criterion) => answer(criterion, record)),
  }));

/** The criteria of each level, as each messenger answers them. */
export const criteriaByLevel = levels.map(({ id, heading }) => ({
  heading,
  id,
  rows: criteria
    .filter(({ level }) => level === id)
    .map((criterion) => ({
      criterion,
      asks: `Met where ${condition(criterion.condition)}.${partly(criterion.condition)}`,
      answers: messengers.map((record) => answer(criterion, record)),
    })),
}));
