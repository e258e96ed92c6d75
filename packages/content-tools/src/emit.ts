import { changesOf } from './diff/changes.ts';
import type { Compiled } from './compile.ts';
import { toSvg } from './logo.ts';
import { exportName } from './names.ts';
import { toRelease } from './release.ts';
import { assertPublished, isPublished, publishedSchema } from './schema.ts';
import type { Plan } from './write.ts';

/** The kinds of records, and the types of theirs. */
const RECORD_TYPES = { messenger: 'Messenger', moved: 'MovedEntry', removed: 'RemovedEntry' };
const CARD_TYPES = {
  messenger: 'MessengerCardRecord',
  moved: 'MovedCardRecord',
  removed: 'RemovedCardRecord',
};

/** The files of a package beside those of its entries. */
const FILES = [
  'index.js',
  'index.d.ts',
  'all.js',
  'all.d.ts',
  'all.json',
  'index.json',
  'facts.js',
  'facts.d.ts',
  'criteria.js',
  'criteria.d.ts',
  'page.js',
  'page.d.ts',
  'changes.json',
  'schema.json',
];

/** The paths of the files of an entry. */
export const filesOfEntry = (id: string): string[] => [
  ...['messengers', 'cards'].flatMap((folder) =>
    ['js', 'd.ts', 'json'].map((ending) => `${folder}/${id}.${ending}`),
  ),
  `logos/${id}.svg`,
];

/** What a build of a package writes. */
export const planOf = (compiled: Compiled): Plan => ({
  paths: [...compiled.records.flatMap(({ id }) => filesOfEntry(id)), ...FILES],
  files: filesOf(compiled),
  index: json(compiled.index),
  filesOf: filesOfEntry,
  isItem: (item) => isPublished('indexEntry', item),
});

/**
 * The files of a built package by path: modules with their types, JSON and logos. The same content
 * gives the same bytes.
 */
export const emit = (compiled: Compiled): Map<string, string> => new Map(filesOf(compiled));

/** The same, one after the other. */
function* filesOf(compiled: Compiled): Generator<[path: string, text: string]> {
  const { meta, records, cards, vocabularies, criteria, page, index, releases } = compiled;
  const find = new Map(records.map((record) => [record.id, record]));

  for (const [position, record] of records.entries()) {
    const card = cards[position]!;
    const files = new Map<string, string>();
    emitDefault(files, `messengers/${record.id}`, json(record), RECORD_TYPES[record.kind]);
    files.set(`messengers/${record.id}.json`, json(record));
    // Cards travel with pages: no byte for looks.
    emitDefault(files, `cards/${record.id}`, JSON.stringify(card), CARD_TYPES[card.kind]);
    files.set(`cards/${record.id}.json`, JSON.stringify(card));
    files.set(
      `logos/${record.id}.svg`,
      toSvg(record, (id) => find.get(id)),
    );
    yield* files;
  }

  const files = new Map<string, string>();

  const names = records.map(({ id }) => ({ id, name: exportName(id) }));
  const exports = names
    .map(({ id, name }) => `export { default as ${name} } from './messengers/${id}.js';\n`)
    .join('');
  files.set('index.js', `${exports}export const meta = ${json(meta).trimEnd()};\n`);
  files.set(
    'index.d.ts',
    `import type { Meta } from '@sealmark/schema';\nexport type * from '@sealmark/schema';\n${exports}export declare const meta: Meta;\n`,
  );

  const imports = names
    .map(({ id, name }) => `import ${name} from './messengers/${id}.js';\n`)
    .join('');
  files.set('all.js', `${imports}export default [${names.map(({ name }) => name).join(', ')}];\n`);
  files.set('all.d.ts', declaration('MessengerRecord', 'MessengerRecord[]'));
  files.set('all.json', json(records));
  files.set('index.json', json(index));

  emitNamed(
    files,
    'facts',
    Object.entries(vocabularies).map(([name, terms]) => [
      exportName(name),
      terms,
      name === 'facts' ? 'Fact' : name === 'guides' ? 'GuideTerm' : 'Term',
    ]),
  );
  emitNamed(files, 'criteria', [['criteria', criteria, 'Criterion']]);
  emitDefault(files, 'page', json(page), 'Page');

  const changes = changesOf(releases, toRelease(compiled));
  for (const release of changes) assertPublished('releaseChanges', release, release.version);
  files.set('changes.json', json(changes));
  files.set('schema.json', json(publishedSchema));
  yield* files;
}

function emitDefault(files: Map<string, string>, path: string, text: string, type: string): void {
  files.set(`${path}.js`, `export default ${text.trimEnd()};\n`);
  files.set(`${path}.d.ts`, declaration(type, type));
}

/** A module of lists: name, items and the type of an item. */
function emitNamed(
  files: Map<string, string>,
  path: string,
  lists: readonly [name: string, items: unknown, type: string][],
): void {
  const types = [...new Set(lists.map(([, , type]) => type))].sort().join(', ');
  files.set(
    `${path}.js`,
    lists.map(([name, items]) => `export const ${name} = ${json(items).trimEnd()};\n`).join(''),
  );
  files.set(
    `${path}.d.ts`,
    `import type { ${types} } from '@sealmark/schema';\n${lists.map(([name, , type]) => `export declare const ${name}: ${type}[];\n`).join('')}`,
  );
}

function declaration(imported: string, type: string): string {
  return `import type { ${imported} } from '@sealmark/schema';\ndeclare const value: ${type};\nexport default value;\n`;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
