import type { Guide } from '@sealmark/schema';
import { publish } from './compile.ts';
import { idOf, type Content } from './content.ts';
import { addMonths } from './dates.ts';
import { plainTextOf } from './markdown.ts';
import { exportName } from './names.ts';
import {
  assertPublished,
  isPublished,
  isRecord,
  publishedSchema,
  schemaVersion,
  type Schema,
} from './schema.ts';
import type { Plan } from './write.ts';

/** How many words a guide has: enough to explain a thing, and no more than a person reads in one go. */
export const GUIDE_WORDS = { least: 400, most: 800 };

/** The number of words in a text, as a person would count them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/**
 * Makes the published guides from content in which nothing is wrong, in order of their ids.
 *
 * @throws When the outcome breaks the published schema: a fault of the build.
 */
export function compileGuides(content: Content): Guide[] {
  return [...content.guides.values()].map((file) => {
    const { sources = {}, ...data } = file.data as Schema;
    const guide: Guide = { id: idOf(file), ...publish({ $ref: '#/$defs/guide' }, data, sources) };
    const reviewed = guide.sections.map((section) => section.reviewed).sort()[0]!;
    const words = guide.sections.reduce((sum, { body }) => sum + countWords(plainTextOf(body)), 0);
    const published = {
      ...guide,
      words,
      reviewed,
      reviewBy: guide.reviewBy ?? addMonths(reviewed, 6),
    };
    assertPublished('guide', published, published.id);
    return published;
  });
}

/** Whether an item of the list of guides is one that a build writes. */
const isItem = (item: unknown): boolean =>
  isRecord(item) &&
  isPublished('id', item.id) &&
  ['title', 'reviewed', 'reviewBy'].every((name) => typeof item[name] === 'string');

const filesOfGuide = (id: string): string[] =>
  ['js', 'd.ts', 'json'].map((ending) => `guides/${id}.${ending}`);

/** What a build of a package of guides writes. */
export function planOfGuides(guides: readonly Guide[], version: string): Plan {
  const files = emitGuides(guides, version);
  return {
    paths: [...files.keys()],
    files,
    index: files.get('index.json')!,
    filesOf: filesOfGuide,
    isItem,
  };
}

/** The files of a built package of guides by path. The same content gives the same bytes. */
export function emitGuides(guides: readonly Guide[], version: string): Map<string, string> {
  const files = new Map<string, string>();
  const names = guides.map(({ id }) => ({ id, name: exportName(id) }));
  for (const guide of guides) {
    const text = json(guide);
    files.set(`guides/${guide.id}.js`, `export default ${text.trimEnd()};\n`);
    files.set(`guides/${guide.id}.d.ts`, declaration('Guide'));
    files.set(`guides/${guide.id}.json`, text);
  }
  const meta = json({ version, schemaVersion }).trimEnd();
  const exports = names
    .map(({ id, name }) => `export { default as ${name} } from './guides/${id}.js';\n`)
    .join('');
  files.set('index.js', `${exports}export const meta = ${meta};\n`);
  files.set(
    'index.d.ts',
    `import type { Meta } from '@sealmark/schema';\nexport type * from '@sealmark/schema';\n${exports}export declare const meta: Meta;\n`,
  );
  const imports = names
    .map(({ id, name }) => `import ${name} from './guides/${id}.js';\n`)
    .join('');
  files.set('all.js', `${imports}export default [${names.map(({ name }) => name).join(', ')}];\n`);
  files.set('all.d.ts', declaration('Guide', 'Guide[]'));
  files.set('all.json', json(guides));
  files.set(
    'index.json',
    json(
      guides.map(({ id, title, about, words, messengers, reviewed, reviewBy }) => {
        return { id, title, about, words, messengers, reviewed, reviewBy };
      }),
    ),
  );
  files.set('schema.json', json(publishedSchema));
  return files;
}

const declaration = (imported: string, type = imported): string =>
  `import type { ${imported} } from '@sealmark/schema';\ndeclare const value: ${type};\nexport default value;\n`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
