import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes the license of the software of others that is in the script, `licenses.txt`. Lit's packages share one. */
export function writeLicenses(folder: string): void {
  const lit = dirname(fileURLToPath(import.meta.resolve('lit')));
  const license = readFileSync(join(lit, 'LICENSE'), 'utf8').trim();
  writeFileSync(
    join(folder, 'licenses.txt'),
    `The scripts contain Lit, https://lit.dev\n\n${license}\n`,
  );
}
