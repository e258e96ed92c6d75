import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the hash of every script in a folder, as `integrity` takes it, by its path: `integrity.json`. */
export function writeIntegrity(folder: string): void {
  const files = globSync('**/*.js', { cwd: folder }).sort();
  const hashes = files.map((file) => {
    const hash = createHash('sha384').update(readFileSync(join(folder, file)));
    return [file.replaceAll('\\', '/'), `sha384-${hash.digest('base64')}`];
  });
  const text = JSON.stringify(Object.fromEntries(hashes), undefined, 2);
  writeFileSync(join(folder, 'integrity.json'), `${text}\n`);
}
