/**
 * Writes `dist`: the script with its types, the card of each entry, the licenses. Where the variable `SITE_URL` has the
 * address of a site, the cards link to its pages.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { readCards, writeCards, writeLanguages } from './cards.ts';
import { writeLicenses } from './licenses.ts';

const folder = join(import.meta.dirname, '..', 'dist');
rmSync(folder, { recursive: true, force: true });
const site = process.env['SITE_URL'];
await bundle({ folder, site });
await writeCards(folder, readCards(), site);
await writeLanguages(folder);
writeLicenses(folder);
writeFileSync(
  join(folder, 'embed.d.ts'),
  '/** Registers the elements and the cards. It exports nothing. */\nexport {};\n',
);
