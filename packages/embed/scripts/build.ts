/**
 * Writes `dist`: the script with its types, the card of each entry, the licenses. Where the variable `SITE_URL` has the
 * address of a site, the cards link to its pages.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, bundleAlone, scripts } from './bundle.ts';
import { readCards, writeCards, writeLanguages } from './cards.ts';
import { writeIntegrity } from './integrity.ts';
import { writeLicenses } from './licenses.ts';

const folder = join(import.meta.dirname, '..', 'dist');
rmSync(folder, { recursive: true, force: true });
const site = process.env['SITE_URL'];
const cards = readCards();
await bundle({ folder, site, cards });
await bundleAlone(join(import.meta.dirname, '..', 'src', 'generated', 'alone'));
await writeCards(folder, cards, site);
await writeLanguages(folder);
writeIntegrity(folder);
writeLicenses(folder);
for (const name of scripts) {
  writeFileSync(
    join(folder, `${name}.d.ts`),
    '/** Registers elements, and the cards where it brings them. It exports nothing. */\nexport {};\n',
  );
}
