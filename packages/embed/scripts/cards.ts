import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync } from 'rolldown/utils';

/** The cards of all entries of `@sealmark/messengers` by id, moved and removed ones included. */
export function readCards(): Map<string, unknown> {
  const read = (path: string): unknown =>
    JSON.parse(
      readFileSync(fileURLToPath(import.meta.resolve(`@sealmark/messengers/${path}.json`)), 'utf8'),
    );
  const index = read('index') as { id: string }[];
  return new Map(index.map(({ id }) => [id, read(`cards/${id}`)]));
}

/** Writes the card of each entry as a module of its own, `cards/<id>.js`, and the list of all ids, `ids.js`. */
export function writeCards(folder: string, cards: ReadonlyMap<string, unknown>): void {
  rmSync(join(folder, 'cards'), { recursive: true, force: true });
  mkdirSync(join(folder, 'cards'), { recursive: true });
  for (const [id, card] of cards) writeModule(join(folder, 'cards', `${id}.js`), card);
  writeModule(join(folder, 'ids.js'), [...cards.keys()]);
}

function writeModule(file: string, value: unknown): void {
  const { code, errors } = minifySync(file, `export default ${JSON.stringify(value)}`, {
    module: true,
  });
  if (errors.length) throw new Error(errors.map(({ message }) => message).join('\n'));
  writeFileSync(file, code);
}
