import type {
  CardAudit,
  CardDownload,
  CardHighlight,
  CardLink,
  CardLogo,
  CardRecord,
  MessengerCardRecord,
} from '@sealmark/schema';

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const has = (value: unknown, ...names: string[]): value is Unknown =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');
const lists = (value: Unknown, ...names: string[]) => names.every((name) => Array.isArray(value[name]));

/** The members of a list that are whole; `undefined` where there is no list. */
function whole<T>(value: unknown, check: (item: unknown) => boolean): T[] | undefined {
  return Array.isArray(value) ? (value.filter(check) as T[]) : undefined;
}

/** A record that a card can render from, and the words for what it lacks. */
export interface Reading {
  readonly record: CardRecord;
  /** Keys of the words for the fields that are missing. */
  readonly lacks: readonly string[];
}

/**
 * Reads data from outside. What is not whole is left out and named in `lacks`, never guessed; data
 * that are no record at all give `undefined`.
 */
export function readRecord(data: unknown): Reading | undefined {
  if (!has(data, 'name')) return undefined;
  if (data['kind'] === 'moved') {
    return has(data['to'], 'id', 'name') && has(data, 'since')
      ? { record: data as unknown as CardRecord, lacks: [] }
      : undefined;
  }
  if (data['kind'] === 'removed') {
    return has(data, 'since', 'reason') ? { record: data as unknown as CardRecord, lacks: [] } : undefined;
  }
  if (data['kind'] !== 'messenger') return undefined;
  const blocks = whole<MessengerCardRecord['summary'][number]>(
    data['summary'],
    (block) => has(block, 'type') && (lists(block, 'children') || lists(block, 'items')),
  );
  const highlights = whole<CardHighlight>(data['highlights'], (item) =>
    has(item, 'fact', 'label', 'text'),
  );
  const downloads = whole<CardDownload>(data['downloads'], (item) => has(item, 'platform', 'url', 'label'));
  const audits = whole<CardAudit>(
    data['audits'],
    (item) =>
      has(item, 'kind', 'title') && isObject(item['target']) && lists(item, 'auditors', 'scope', 'links'),
  );
  const dated = has(data, 'reviewed', 'reviewBy');
  const logo = data['logo'];
  return {
    record: {
      ...data,
      summary: blocks ?? [],
      highlights: highlights ?? [],
      downloads: downloads ?? [],
      audits: audits ?? [],
      links: whole<CardLink>(data['links'], (item) => has(item, 'role', 'url')) ?? [],
      guides: whole(data['guides'], (item) => has(item, 'id', 'title')) ?? [],
      logo: has(logo, 'viewBox') && lists(logo, 'paths') ? (logo as unknown as CardLogo) : undefined,
    } as unknown as MessengerCardRecord,
    lacks: [
      ...(blocks?.length ? [] : ['summary']),
      ...(highlights?.length ? [] : ['highlights']),
      ...(audits ? [] : ['audits']),
      ...(downloads ? [] : ['downloads']),
      ...(dated ? [] : ['dates']),
    ],
  };
}
