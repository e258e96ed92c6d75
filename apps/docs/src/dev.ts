/**
 * Serves the site while it is worked on: builds anew whenever a file of it changes, or the data that it is made of. What
 * authors write, YAML and Markdown, is built into its package first.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildContent, describe } from '@sealmark/content-tools';
import { watch } from 'chokidar';
import { root } from './output.ts';

const built = (name: string) => dirname(fileURLToPath(import.meta.resolve(name)));
const data = [built('@sealmark/messengers/all.json'), built('@sealmark/guides/all.json')];

const start = () =>
  fork(join(root, 'src/ahead.ts'), ['--draft'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

let next = start();
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
    const begin = performance.now();
    const exit = once(next, 'exit');
    next.send('build');
    const [code] = await exit;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(code === 0 ? `Built in ${seconds} s` : 'Not built; the last build stands.');
    next = start();
  } while (again);
  building = false;
}

/** Builds a package of content; the site follows when its files have changed. */
function buildData(folder: string): void {
  try {
    const { problems } = buildContent(folder);
    for (const problem of problems) console.error(describe(problem));
  } catch (error) {
    console.error((error as Error).message);
  }
}

/** Calls once when a folder has changed and no more changes come. */
function follow(folder: string, call: () => void): void {
  let soon: NodeJS.Timeout | undefined;
  watch(folder, { ignoreInitial: true }).on('all', () => {
    clearTimeout(soon);
    soon = setTimeout(call, 30);
  });
}

for (const folder of [join(root, 'src'), built('@sealmark/theme/tokens.css'), ...data])
  follow(folder, () => void build());
for (const folder of data) follow(join(folder, '../content'), () => buildData(join(folder, '..')));
// What stands in the packages may be older than what was written; and the first build of all is the slow one.
for (const folder of data) buildData(join(folder, '..'));
await build();
await import('./serve.ts');
