import type {
  Audit,
  CardAudit,
  CardHighlight,
  CardLogo,
  CardRecord,
  CardSource,
  Fact,
  GuideTerm,
  Logo,
  Messenger,
  MessengerCardRecord,
  MessengerRecord,
  Source,
} from '@sealmark/schema';
import { isRecord } from './schema.ts';

/** What a card needs to know beside its record. */
export interface CardContext {
  facts: readonly Fact[];
  guides: readonly GuideTerm[];
  /** The record of another id, for notices of moved entries. */
  find?: (id: string) => MessengerRecord | undefined;
}

/**
 * The card of a record: all that the elements render from.
 *
 * @throws When the record names a fact, a claim, a guide or an entry that does not exist.
 */
export function toCard(record: MessengerRecord, context: CardContext): CardRecord {
  if (record.kind === 'messenger') return messengerCard(record, context);
  const { id, kind, name, since } = record;
  const source = record.sources[0] && sourceOf(record.sources[0], since);
  if (kind === 'removed') {
    const { listed, reason } = record;
    return { kind, id, name, ...defined({ listed }), since, reason, ...defined({ source }) };
  }
  const target = known(context.find?.(record.to), record.to);
  const logo = target.kind === 'messenger' ? logoOf(target.logo) : undefined;
  const { reason } = record;
  return {
    kind,
    id,
    name,
    to: { id: target.id, name: target.name, ...defined({ logo }) },
    since,
    ...defined({ reason, source }),
  };
}

function messengerCard(record: Messenger, { facts, guides }: CardContext): MessengerCardRecord {
  const { id, kind, name, qualifier, tagline, summary, reviewed, reviewBy, auditsReviewed } =
    record;
  return {
    kind,
    id,
    name,
    ...defined({ qualifier, logo: logoOf(record.logo) }),
    tagline,
    summary,
    developer: record.developer.name,
    highlights: record.highlights.map(({ fact, text }) =>
      highlight(
        record,
        known(
          facts.find((item) => item.id === fact),
          fact,
        ),
        text,
      ),
    ),
    links: record.links.map(({ role, url, label, note }) => ({
      role,
      url,
      ...defined({ label, note }),
    })),
    downloads: record.downloads.map(({ platform, store, url, label, note }) => ({
      platform,
      store,
      url,
      label,
      ...defined({ note }),
    })),
    audits: [...record.audits].sort(newestFirst).map(audit),
    ...defined({ auditsReviewed }),
    sources: documentsOf(record).size,
    lifecycle: record.lifecycle.state,
    reviewed,
    reviewBy,
    guides: record.guides.map((guide) => ({
      id: guide,
      title: known(
        guides.find((item) => item.id === guide),
        guide,
      ).title,
    })),
  };
}

function highlight(record: Messenger, fact: Fact, text: string): CardHighlight {
  const { value, asOf, reviewed, sources, positions } = known(record.claims[fact.id], fact.id);
  const said = { fact: fact.id, label: fact.short, value, text };
  if (value === 'unknown') return { ...said, looked: reviewed };
  const source = sources?.[0] ?? positions?.[0]?.sources[0];
  return {
    ...said,
    ...defined({ source: source && sourceOf(source, asOf ?? source.date ?? reviewed) }),
  };
}

const sourceOf = ({ url }: Source, date: string): CardSource => ({ url, date });

function logoOf(logo: Logo): CardLogo | undefined {
  if (!('paths' in logo)) return undefined;
  const { viewBox, paths, darkPaths, alt } = logo;
  return { viewBox, paths, ...defined({ darkPaths }), alt };
}

function audit({
  kind,
  title,
  auditors,
  date,
  scope,
  excludes,
  target,
  commissioners,
  outcome,
  links,
}: Audit): CardAudit {
  return {
    kind,
    title,
    auditors,
    ...defined({ date }),
    scope,
    ...defined({ excludes }),
    target,
    ...defined({ commissioners, outcome }),
    links,
  };
}

/** By the end of their dates; those without a date come last. */
function newestFirst(a: Audit, b: Audit): number {
  const [x, y] = [a, b].map(({ date }) => date?.split('/').at(-1) ?? '') as [string, string];
  return x < y ? 1 : x > y ? -1 : 0;
}

/** The documents that a record cites; places within one count once. */
export function documentsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) value.forEach((item) => documentsOf(item, found));
  else if (isRecord(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (key === 'sources' && Array.isArray(child))
        (child as Source[]).forEach(({ url }) => found.add(url.replace(/#.*$/, '')));
      else documentsOf(child, found);
    }
  }
  return found;
}

/** The fields that have a value. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function known<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`The record names ${id}, which does not exist.`);
  return value;
}
