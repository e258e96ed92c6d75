import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';

/** A content source of which the names are known. */
export interface Content extends ContentSource {
  readonly names: readonly string[];
  /** The folder that the cards and, in a package, the other data lie in. */
  readonly folder: string;
}

/**
 * Opens cards: a folder with `cards/<id>.json` or `cards/<id>.js` (a default export), or a package
 * that has `index.json` and `cards/<id>.json`, seen from `base`.
 *
 * @throws {Error} where there are none.
 */
export function openContent(place: string, base = process.cwd()): Content {
  const folder = ['cards', 'dist/cards'].map((name) => resolve(base, place, name)).find(existsSync);
  return folder ? fromFolder(folder) : fromPackage(place, base);
}

function fromFolder(folder: string): Content {
  const files = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    const [, id, kind] = /^(.+)\.(js|json)$/.exec(file) ?? [];
    // JSON runs no code, so it goes first.
    if (id && (kind === 'json' || !files.has(id))) files.set(id, join(folder, file));
  }
  return {
    folder: dirname(folder),
    names: [...files.keys()],
    async card(name) {
      const file = files.get(name);
      if (file === undefined) return undefined;
      if (file.endsWith('.json')) return readCard(file);
      return ((await import(pathToFileURL(file).href)) as { default: CardRecord }).default;
    },
  };
}

function fromPackage(name: string, base: string): Content {
  const require = createRequire(join(base, 'package.json'));
  let file: string;
  try {
    file = require.resolve(`${name}/index.json`);
  } catch (error) {
    throw new Error(
      `“${name}” is neither a folder with cards nor an installed package with an index.json.`,
      { cause: error },
    );
  }
  const index = require(file) as { id: string }[];
  const names = index.map(({ id }) => id);
  return {
    folder: dirname(file),
    names,
    card: (id) =>
      names.includes(id) ? readCard(require.resolve(`${name}/cards/${id}.json`)) : undefined,
  };
}

const readCard = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as CardRecord;
