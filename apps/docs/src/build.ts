/**
 * Builds the site into `dist`, or into the folder that `SITE_OUTPUT` names. Where the variable `SITE_URL` has its
 * address, pages state their own. With `--draft` nothing is compressed; with `--folder` neither, and links name the files
 * that they lead to, so that the site can be opened from a disk.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import Eleventy from '@11ty/eleventy';
import { hostFiles } from './headers.ts';
import { draft, forFolder, output, root } from './output.ts';

process.chdir(root);
rmSync(draft, { recursive: true, force: true });
await new Eleventy(undefined, relative(root, draft), {
  configPath: 'eleventy.config.ts',
  quietMode: true,
}).write();
for (const [name, text] of Object.entries(hostFiles())) writeFileSync(join(draft, name), text);

const texts = readdirSync(draft, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(html|css|js|json|svg|txt|atom|xml)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
if (!forFolder && !process.argv.includes('--draft')) {
  await Promise.all(
    texts.map(async (file) => {
      const bytes = readFileSync(file);
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes));
      writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
// Whoever reads the last build misses it for a moment only.
const last = join(draft, '.last');
if (existsSync(output)) renameSync(output, last);
renameSync(draft, output);
rmSync(join(output, '.last'), { recursive: true, force: true });
console.log(`${texts.length} files in ${output}`);
