/** Serves the site while it is worked on: builds anew whenever a file of it, or of the data, changes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './output.ts';

const folderOf = (name: string) => dirname(fileURLToPath(import.meta.resolve(name)));
const watched = [
  join(root, 'src'),
  folderOf('@sealmark/messengers/all.json'),
  folderOf('@sealmark/guides/all.json'),
  folderOf('@sealmark/theme/tokens.css'),
];

let building = false;
let again = false;

async function build(): Promise<void> {
  if (building) {
    again = true;
    return;
  }
  building = true;
  do {
    again = false;
    const start = performance.now();
    const child = spawn(process.execPath, [join(root, 'src/build.ts'), '--draft'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(code === 0 ? `Built in ${seconds} s` : 'Not built; the last build stands.');
  } while (again);
  building = false;
}

let soon: NodeJS.Timeout | undefined;
for (const folder of watched) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(() => void build(), 50);
  });
}
await build();
await import('./serve.ts');
