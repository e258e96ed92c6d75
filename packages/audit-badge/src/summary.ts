import type { CardAudit } from '@sealmark/schema';
import { fill, type Locale } from '@sealmark/element-kit';

/** What a list of audits comes to at a glance. */
export interface AuditSummary {
  /** The glyph's meaning: the app itself, the protocol alone, some other part, or nothing known. */
  readonly glyph: 'full' | 'open' | 'half' | 'unknown';
  /** What was done to what, and when: "Protocol analyzed 2016". */
  readonly text: string;
  /** What else a reader should not miss: the auditor, or what was left out. */
  readonly aside?: string;
}

/** From the widest part to the narrowest. */
const parts = ['client', 'library', 'protocol', 'server', 'infrastructure'];

/** What can be several. Named pieces of a protocol are still one protocol. */
const countable = ['client', 'library', 'server'];

const verbs = ['audited', 'tested', 'analyzed'];
const verbOf = ({ kind }: CardAudit) =>
  kind === 'penetration-test' ? 'tested' : kind.endsWith('analysis') ? 'analyzed' : 'audited';

/** The year in which an audit ended; empty where no date is stated, or what is stated is none. */
export const yearOf = ({ date }: CardAudit): string =>
  /\d{4}(?=(-\d\d){0,2}$)/.exec(date ?? '')?.[0] ?? '';

/**
 * Sums audits up: the widest part that was read, the strongest kind of reading of it, and the years.
 * An audit of a predecessor counts only where there is none of itself, one of a dependency only where there is no other.
 * `looked` is the day on which none was found.
 */
export function summarize(audits: readonly CardAudit[], locale: Locale, looked = ''): AuditSummary {
  if (!audits.length) return { glyph: 'unknown', text: locale('no-audit'), aside: looked };
  const former = audits.filter(({ target }) => target.relation === 'predecessor');
  const foreign = ['dependency', 'predecessor'];
  const own = audits.filter(({ target }) => !foreign.includes(target.relation));
  const candidates = [own, former, audits].find(({ length }) => length) as typeof own;
  const target = own.length ? undefined : candidates[0]?.target;
  const reads = (part: string) =>
    candidates.filter((audit) => audit.scope.some((scope) => scope.part === part));
  const part = parts.find((name) => reads(name).length) ?? 'other';
  const read = part === 'other' ? candidates : reads(part);
  const verb = verbs.find((name) => read.some((audit) => verbOf(audit) === name)) as string;
  const chosen = read.filter((audit) => verbOf(audit) === verb);

  const things = new Set(
    chosen.flatMap((audit) =>
      audit.scope
        .filter((scope) => scope.part === part)
        .map(({ platform, name }) => name ?? platform),
    ),
  );
  things.delete(undefined);
  const several = things.size > 1 && countable.includes(part);
  const other = part === 'other' ? candidates[0]?.scope[0]?.part : undefined;
  const subject = target?.name ?? other ?? locale(several ? `${part}-several` : part);
  const years = [...new Set(chosen.map(yearOf).filter(Boolean))].sort().join(', ');
  const auditors = [...new Set(chosen.flatMap((audit) => audit.auditors))];

  const aside = target
    ? locale(target.relation === 'predecessor' ? 'its-predecessor' : 'not-itself')
    : part === 'protocol' || part === 'library'
      ? locale(`only-${part}`)
      : !years
        ? locale('no-year')
        : auditors.length === 1
          ? auditors[0]
          : undefined;
  return {
    glyph: target ? 'half' : part === 'client' ? 'full' : part === 'protocol' ? 'open' : 'half',
    text: fill(locale(verb), { what: subject, when: years }).join('').trim(),
    ...(aside && { aside }),
  };
}
