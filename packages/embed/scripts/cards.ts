import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessengerCard } from '@sealmark/messenger-card';
import { readyCard } from '@sealmark/prerender';
import type { CardRecord } from '@sealmark/schema';
import { minifySync } from 'rolldown/utils';
import { addresses } from '../src/addresses.ts';

/** The languages in which a card lies ready. */
export const cardLanguages = ['en', ...Object.keys(MessengerCard.languages)];

/** The cards of all entries of `@sealmark/messengers` by id, moved and removed ones included. */
export function readCards(): Map<string, CardRecord> {
  const read = (path: string): unknown =>
    JSON.parse(
      readFileSync(fileURLToPath(import.meta.resolve(`@sealmark/messengers/${path}.json`)), 'utf8'),
    );
  const index = read('index') as { id: string }[];
  return new Map(index.map(({ id }) => [id, read(`cards/${id}`) as CardRecord]));
}

/**
 * Writes of each entry its record, `cards/<id>.js`, and the card as it is drawn in each language, `cards/<language>/<id>.js`;
 * and the list of all ids, `ids.js`.
 *
 * @param site the address of the site that the cards link to, if there is one.
 */
export async function writeCards(
  folder: string,
  cards: ReadonlyMap<string, CardRecord>,
  site?: string,
): Promise<void> {
  const cardFolder = join(folder, 'cards');
  rmSync(cardFolder, { recursive: true, force: true });
  const content = site ? { href: addresses(site) } : undefined;
  for (const [id, card] of cards) {
    writeModule(join(cardFolder, `${id}.js`), card);
    for (const language of cardLanguages) {
      const ready = await readyCard(card, { language, content });
      writeModule(join(cardFolder, language, `${id}.js`), ready);
    }
  }
  writeModule(join(folder, 'ids.js'), [...cards.keys()]);
}

/** Writes the words of all elements in each language, `languages/<language>.js`. */
export async function writeLanguages(folder: string): Promise<void> {
  for (const [language, load] of Object.entries(MessengerCard.languages))
    writeModule(join(folder, 'languages', `${language}.js`), (await load()).default);
}

function writeModule(file: string, value: unknown): void {
  const { code, errors } = minifySync(file, `export default ${JSON.stringify(value)}`, {
    module: true,
  });
  if (errors.length) throw new Error(errors.map(({ message }) => message).join('\n'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}
