/** Builds the site into `dist`. Where the variable `SITE_URL` has its address, pages state their own. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import Eleventy from '@11ty/eleventy';
import { headersFile } from './headers.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
process.chdir(root);

rmSync(dist, { recursive: true, force: true });
await new Eleventy(undefined, undefined, {
  configPath: 'eleventy.config.ts',
  quietMode: true,
}).write();
writeFileSync(join(dist, '_headers'), headersFile());

const texts = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(html|css|js|json|svg|txt|atom|xml)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
for (const file of texts) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
console.log(`${texts.length} files in ${dist}`);
