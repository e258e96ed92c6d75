import type {
  CardRecord,
  Criterion,
  Fact,
  GuideTerm,
  IndexEntry,
  Messenger,
  MessengerRecord,
  Page,
  Release,
  Term,
} from '@sealmark/schema';
import { toCard } from './card.ts';
import { VOCABULARIES, definitionOf, type Content, type VocabularyName } from './content.ts';
import { evaluate } from './criteria.ts';
import { addMonths } from './dates.ts';
import { FolderError } from './folders.ts';
import { toRichText } from './markdown.ts';
import { assertPublished, isRecord, resolve, schemaVersion, type Schema } from './schema.ts';

/** The vocabularies of a content package, built. */
export type Vocabularies = Record<Exclude<VocabularyName, 'facts' | 'guides'>, Term[]> & {
  facts: Fact[];
  guides: GuideTerm[];
};

/** A content package, built: what its modules and files say. */
export interface Compiled {
  meta: { version: string; schemaVersion: string };
  /** In order of their ids. */
  records: MessengerRecord[];
  /** The card of each record, in the same order. */
  cards: CardRecord[];
  vocabularies: Vocabularies;
  criteria: Criterion[];
  page: Page;
  index: IndexEntry[];
  /** Published versions up to this one, oldest first. */
  releases: Release[];
}

/**
 * Makes the published data from content in which nothing is wrong.
 *
 * @throws When the outcome breaks the published schema: a fault of the build.
 */
export function compile(content: Content): Compiled {
  const records = [...content.entries].map(([id, file]) => toRecord(id, file.data as Schema));
  const vocabularies = Object.fromEntries(
    VOCABULARIES.map((name) => [
      name,
      publish({ $ref: `#/$defs/${definitionOf(name)}` }, content.vocabularies.get(name)!.data, {}),
    ]),
  ) as unknown as Vocabularies;
  const messengers = records.filter((record) => record.kind === 'messenger');
  const criteria = (
    publish({ $ref: '#/$defs/criteria' }, content.criteria!.data, {}) as Criterion[]
  ).map((criterion) => ({
    ...criterion,
    verdicts: Object.fromEntries(
      messengers.map((record) => [record.id, evaluate(criterion, record)]),
    ),
  }));
  const page = publish({ $ref: '#/$defs/page' }, content.page!.data, {}) as Page;
  const meta = { version: content.version, schemaVersion };
  return complete({ meta, records, vocabularies, criteria, page }, content.releases);
}

/**
 * Makes the published data of a past version from the file of its release.
 *
 * @throws {FolderError} When there is no release of that version.
 */
export function compileRelease(version: string, releases: readonly Release[]): Compiled {
  const index = releases.findIndex((release) => release.version === version);
  const release = releases[index];
  if (!release) {
    const versions = releases.map((item) => item.version).join(', ') || 'none';
    throw new FolderError(`There is no release ${version || "''"}; there are: ${versions}.`);
  }
  const { schemaVersion: made, entries: records, criteria, page } = release;
  const vocabularies = release.vocabularies as unknown as Vocabularies;
  const meta = { version, schemaVersion: made };
  return complete({ meta, records, vocabularies, criteria, page }, releases.slice(0, index + 1));
}

/** Adds what follows from the data, and makes sure that all of it is what it promises. */
function complete(
  parts: Pick<Compiled, 'meta' | 'records' | 'vocabularies' | 'criteria' | 'page'>,
  releases: readonly Release[],
): Compiled {
  const { records, vocabularies, criteria, page } = parts;
  const byId = new Map(records.map((record) => [record.id, record]));
  const context = { ...vocabularies, find: (id: string) => byId.get(id) };
  const cards = records.map((record) => toCard(record, context));
  const index = records.map(toIndexEntry);
  for (const record of records) assertPublished('record', record, record.id);
  for (const card of cards) assertPublished('card', card, card.id);
  for (const name of VOCABULARIES) assertPublished(definitionOf(name), vocabularies[name], name);
  assertPublished('criteria', criteria, 'criteria');
  assertPublished('page', page, 'page');
  for (const entry of index) assertPublished('indexEntry', entry, entry.id);
  return { ...parts, cards, index, releases: [...releases] };
}

/** The published record of an entry. */
function toRecord(id: string, { sources, ...data }: Schema): MessengerRecord {
  // A notice cites its own sources; a messenger names the sources that its facts share.
  if (data.kind !== 'messenger')
    return {
      id,
      ...publish({ $ref: `#/$defs/${data.kind}` }, { ...data, sources }, {}),
    } as MessengerRecord;
  const record: Messenger = { id, ...publish({ $ref: '#/$defs/messenger' }, data, sources ?? {}) };
  const reviewed = record.highlights.map(({ fact }) => record.claims[fact]!.reviewed).sort()[0]!;
  const auditsReviewed =
    record.auditsReviewed ??
    record.audits
      .map((audit) => audit.reviewed)
      .sort()
      .at(-1)!;
  return {
    ...record,
    auditsReviewed,
    reviewed,
    reviewBy: record.reviewBy ?? addMonths(reviewed, 6),
  };
}

/** A value as it is published: fields in the schema's order, texts as trees, named sources written out. */
export function publish(site: Schema, value: unknown, sources: Schema): any {
  const { schema, definition } = resolve(site, value);
  if (definition === 'richText') return toRichText(value as string).blocks;
  if (site.$ref === '#/$defs/source' && typeof value === 'string')
    return publish({ $ref: '#/$defs/sourceObject' }, cited(value, sources), {});
  if (Array.isArray(value)) return value.map((item) => publish(schema.items ?? {}, item, sources));
  if (!isRecord(value)) return value;
  const order = Object.keys(schema.properties ?? {});
  const names = schema.properties
    ? order.filter((name) => Object.hasOwn(value, name))
    : Object.keys(value);
  return Object.fromEntries(
    names.map((name) => [
      name,
      publish(schema.properties?.[name] ?? schema.additionalProperties, value[name], sources),
    ]),
  );
}

/** The source of a name; a place after # goes to the end of its address. */
function cited(reference: string, sources: Schema): Schema {
  const hash = reference.indexOf('#');
  if (hash < 0) return sources[reference];
  const source: Schema = sources[reference.slice(0, hash)];
  return { ...source, url: source.url + reference.slice(hash) };
}

function toIndexEntry(record: MessengerRecord): IndexEntry {
  const { id, kind, name } = record;
  if (record.kind === 'moved') return { id, kind, name, to: record.to };
  if (record.kind === 'removed') return { id, kind, name };
  const platforms = [...new Set(record.downloads.map(({ platform }) => platform))];
  return { id, kind, name, group: record.group, platforms };
}
