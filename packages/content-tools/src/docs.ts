import { existsSync, readFileSync } from 'node:fs';
import { FolderError, isFolder } from './folders.ts';
import { publishedSchema, type Schema } from './schema.ts';
import { suggest } from './words.ts';
import { writeFile } from './write.ts';

/** A place for a table in Markdown: `<!-- fields: claim -->`, the table, `<!-- /fields -->`. */
const PLACE = /(<!-- fields: (\w+) -->\n)[^]*?(<!-- \/fields -->)/g;

/**
 * A text with the tables of fields filled in from the published schema, each at its place.
 *
 * @throws {FolderError} When a place names a definition that does not exist.
 */
export function withFields(markdown: string): string {
  return markdown.replace(PLACE, (_, start: string, name: string, end: string) => {
    const definition: Schema | undefined = publishedSchema.$defs[name];
    if (!definition?.properties) {
      const known = Object.keys(publishedSchema.$defs).filter(
        (key) => publishedSchema.$defs[key].properties,
      );
      throw new FolderError(`The schema has no fields of "${name}"; ${suggest(name, known)}`);
    }
    return `${start}\n${table(definition)}\n${end}`;
  });
}

function table({ properties, required = [] }: Schema): string {
  const rows = Object.entries<Schema>(properties).map(([name, site]) => {
    const always = required.includes(name) ? '' : ' (not always there)';
    return `| \`${name}\` | ${what(site)}${always} |\n`;
  });
  return `| field | what |\n| --- | --- |\n${rows.join('')}`;
}

/** What a field says of itself, or what it refers to. */
function what(site: Schema): string {
  const target: Schema | undefined =
    site.$ref && publishedSchema.$defs[site.$ref.split('/').at(-1)!];
  const text: string =
    site.description ?? target?.description ?? (site.const && `"${site.const}".`) ?? '';
  return text.replaceAll('|', '\\|').replace(/\.$/, '').replaceAll('\n', ' ');
}

/**
 * Fills the tables of a file.
 *
 * @returns Whether the file says something else than before; with `check` it is left as it is.
 */
export function fillFields(path: string, { check = false } = {}): boolean {
  if (!existsSync(path) || isFolder(path)) throw new FolderError(`There is no file ${path}.`);
  const text = readFileSync(path, 'utf8');
  const filled = withFields(text);
  if (filled === text) return false;
  if (!check) writeFile(path, filled);
  return true;
}
