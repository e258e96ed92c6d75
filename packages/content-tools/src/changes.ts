import type { Change, MessengerRecord, Release, ReleaseChanges, Source } from '@sealmark/schema';
import { isRecord } from './schema.ts';

/** What changed with each release, newest first. The first one has nothing before it. */
export function changesOf(releases: readonly Release[]): ReleaseChanges[] {
  return releases
    .map(({ version, entries }, index) => ({
      version,
      changes: index === 0 ? [] : difference(releases[index - 1]!.entries, entries),
    }))
    .reverse();
}

/** What differs between two states of the entries, in order of their ids and then of their fields. */
export function difference(
  before: readonly MessengerRecord[],
  after: readonly MessengerRecord[],
): Change[] {
  const [old, now] = [before, after].map(
    (records) => new Map(records.map((record) => [record.id, record])),
  ) as [Entries, Entries];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((entry): Change[] => {
    const [was, is] = [old.get(entry), now.get(entry)];
    if (!was || !is)
      return [change(entry, '', was?.name, is?.name, is ? 'minor' : 'major', is ?? was)];
    if (was.kind !== is.kind) return [change(entry, '/kind', was.kind, is.kind, 'minor', is)];
    return compare(entry, '', was, is, is);
  });
}

type Entries = Map<string, MessengerRecord>;

/** The fields that tell the items of a list apart. */
const IDENTITIES: Record<string, string[]> = {
  links: ['role'],
  downloads: ['platform', 'store'],
  audits: ['title'],
  specifications: ['title'],
  notes: ['id'],
  highlights: ['fact'],
};

/** Where a change is more than wording: what is claimed, offered or reviewed. */
const WEIGHTY = /^\/(claims\/[^/]+(\/value)?|downloads\/[^/]+|audits\/[^/]+|lifecycle\/state)$/;

function compare(
  entry: string,
  path: string,
  before: unknown,
  after: unknown,
  owner: unknown,
): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isRecord(before) || !isRecord(after))
    return [change(entry, path, before, after, WEIGHTY.test(path) ? 'minor' : 'patch', owner)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [was, is] = [before[key], after[key]].map((value) => keyed(key, value));
    const nearest = isRecord(is) && 'sources' in is ? is : owner;
    return compare(
      entry,
      `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      was,
      is,
      nearest,
    );
  });
}

/** A list by the identity of its items, where they have one of their own each. */
function keyed(name: string, value: unknown): unknown {
  const identity = IDENTITIES[name];
  if (!identity || !Array.isArray(value)) return value;
  const entries = value.map(
    (item) => [identity.map((field) => item[field]).join('+'), item] as const,
  );
  const record = Object.fromEntries(entries);
  return Object.keys(record).length === value.length ? record : value;
}

function change(
  entry: string,
  path: string,
  before: unknown,
  after: unknown,
  level: Change['class'],
  owner: unknown,
): Change {
  const source = isRecord(owner) ? (owner.sources as Source[] | undefined)?.[0] : undefined;
  return {
    entry,
    path,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    class: level,
    ...(source && { source }),
  };
}
