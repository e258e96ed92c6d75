/** `npm run bench -- [parts] [options]`: runs the benchmarks of this folder, or those named, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (name: string) => join(import.meta.dirname, name, 'bench.ts');
const names = readdirSync(import.meta.dirname).filter((name) => existsSync(fileOf(name)));
const args = process.argv.slice(2);
const named = names.filter((name) => args.includes(name));
const options = args.filter((arg) => !names.includes(arg));

if (options.includes('--help')) console.log(`npm run bench -- [${names.join('|')}] [options]\n`);
const wrong = options.find((arg) => !arg.startsWith('-') && !/^\d+$/.test(arg));
if (wrong !== undefined) {
  console.error(`There is no benchmark ${wrong}. There are: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of named.length ? named : names) {
    const { status } = spawnSync(process.execPath, [fileOf(name), ...options], {
      stdio: 'inherit',
    });
    process.exitCode ||= status ?? 1;
  }
}
