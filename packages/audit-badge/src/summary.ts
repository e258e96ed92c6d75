import type { CardAudit } from '@sealmark/schema';
import { fill, formatList, type Locale } from '@sealmark/element-kit';

/** What a list of audits comes to at a glance. */
export interface AuditSummary {
  /** The glyph's meaning: the app itself, the protocol alone, some other part, or nothing known. */
  readonly glyph: 'full' | 'open' | 'half' | 'unknown';
  /** What was done to what, and when: "Protocol analyzed 2016". */
  readonly text: string;
  /** What else a reader should not miss: that no year is stated, the only platform, the auditor, or what was left out. */
  readonly aside?: string;
}

/** The same in pieces. */
interface Pieces extends Pick<AuditSummary, 'glyph'> {
  readonly text: readonly unknown[];
  readonly aside: readonly unknown[];
}

/** From the widest part to the narrowest. */
const parts = ['client', 'library', 'protocol', 'server', 'infrastructure'];

/** What can be several. Named pieces of a protocol are still one protocol. */
const countable = ['client', 'library', 'server'];

const verbs = ['audited', 'tested', 'analyzed'];
const verbOf = ({ kind }: CardAudit) =>
  kind === 'penetration-test' ? 'tested' : kind.endsWith('analysis') ? 'analyzed' : 'audited';

/** What may have been read in place of the program itself, the nearest first. */
const foreign = ['predecessor', 'dependency'];

/** How far what was read is from the program itself; -1 where it is the program. */
export const distance = ({ target }: CardAudit): number => foreign.indexOf(target.relation);

/** What all members of a list are; nothing where they differ, or where one of them does not say. */
const common = (list: readonly (string | undefined)[]): string | undefined =>
  new Set(list).size === 1 ? list[0] : undefined;

/** The date on which an audit ended; empty where none is stated, or what is stated is none. */
export const endOf = ({ date }: CardAudit): string =>
  /^(?:\d{4}(?:-\d\d){0,2}\/)?(\d{4}(?:-\d\d){0,2})$/.exec(date ?? '')?.[1] ?? '';

/** The year in which an audit ended. */
export const yearOf = (audit: CardAudit): string => endOf(audit).slice(0, 4);

/**
 * Sums audits up: the widest part that was read, the strongest kind of reading of it, and the years.
 * An audit of a predecessor counts only where there is none of itself, one of a dependency only where there is no other.
 * `looked` is the day on which none was found.
 */
export function summarize(audits: readonly CardAudit[], locale: Locale, looked = ''): AuditSummary {
  const { glyph, text, aside } = sum(audits, locale, looked, (name) => name);
  return { glyph, text: text.join('').trim(), ...(aside[0] ? { aside: aside.join('') } : {}) };
}

/** Sums audits up; names in them are shown as `own` gives them. */
export function sum(
  audits: readonly CardAudit[],
  locale: Locale,
  looked: string,
  own: (name: string, audit: CardAudit) => unknown,
): Pieces {
  const [first] = [...audits].sort((one, other) => distance(one) - distance(other));
  if (!first) return { glyph: 'unknown', text: [locale('no-audit')], aside: [looked] };
  const target = distance(first) < 0 ? undefined : first.target;
  const candidates = audits.filter(
    (audit) =>
      distance(audit) === distance(first) && (!target || audit.target.name === target.name),
  );
  const reads = (part: string) =>
    candidates.filter((audit) => audit.scope.some((scope) => scope.part === part));
  const part = parts.find((name) => reads(name).length);
  const read = part ? reads(part) : candidates;
  const verb = verbs.find((name) => read.some((audit) => verbOf(audit) === name)) as string;
  const chosen = read.filter((audit) => verbOf(audit) === verb);
  const [one] = chosen as [CardAudit];

  const places = chosen.flatMap(({ scope }) => scope).filter((scope) => scope.part === part);
  const things = new Set(places.map(({ platform, name }) => name || platform).filter(Boolean));
  const several = part && things.size > 1 && countable.includes(part);
  const name = target ? target.name : part ? '' : one.scope[0]?.part;
  const subject = name
    ? own(name, one)
    : target
      ? locale(target.relation)
      : part && locale(several ? `${part}-several` : part);
  const years = [...new Set(chosen.map(yearOf).filter(Boolean))].sort();
  const platform = common(places.map((scope) => scope.platform));
  const word = platform && locale(platform);
  const auditor = common(chosen.flatMap(({ auditors }) => (auditors[0] ? auditors : '')));

  const asides = [
    !years[0] && locale('no-year'),
    ...(target
      ? [locale(name && target.relation === 'predecessor' ? 'its-predecessor' : 'not-itself')]
      : !subject
        ? [locale('no-scope')]
        : part === 'protocol' || part === 'library'
          ? [locale(`only-${part}`)]
          : [
              platform && (word === platform ? own(platform, one) : word),
              auditor && own(auditor, one),
            ]),
  ].filter(Boolean);
  const [aside, ...more] = asides;
  return {
    glyph: target ? 'half' : part === 'client' ? 'full' : part === 'protocol' ? 'open' : 'half',
    text: fill(locale(subject ? verb : `${verb}-unsaid`), {
      what: subject,
      when: formatList(years, locale.language),
    }),
    // A row of notes and no list, which would end in "and": the comma of the place that a link leads to.
    aside: more.reduce<unknown[]>(
      (what, host) => fill(locale('at'), { what, host }).flat().filter(Boolean),
      aside ? [aside] : [],
    ),
  };
}
