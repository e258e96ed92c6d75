import { check } from './check.ts';
import { checkRepository } from './check-repository.ts';
import { format, lint } from './lint.ts';
import { manifest } from './manifest.ts';
import { start } from './start.ts';
import { test } from './test.ts';
import { verify } from './verify.ts';

const [command = '', ...args] = process.argv.slice(2);
const root = process.cwd();

const commands: Record<string, { about: string; run: () => Promise<number> }> = {
  test: { about: 'run the tests of this package [parts of file names]', run: () => test(root, args) },
  lint: { about: 'lint this package and check its form', run: () => lint(root) },
  check: { about: 'check this package as it would be published', run: () => check(root) },
  manifest: { about: 'write dist/custom-elements.json of this package', run: () => manifest(root) },
  format: { about: 'bring every file of the repository into form', run: format },
  start: { about: 'build the site and serve it', run: start },
  verify: { about: 'build, lint, check and test everything [turbo options]', run: () => verify(args) },
  'check-repository': { about: 'check what no package can check alone', run: () => checkRepository(root) },
};

const chosen = commands[command];
if (chosen === undefined) {
  console.log('Usage: sealmark-tooling <command>\n');
  for (const [name, { about }] of Object.entries(commands)) console.log(`  ${name.padEnd(18)}${about}`);
  process.exitCode = ['', 'help', '--help'].includes(command) ? 0 : 2;
} else {
  process.exitCode = await chosen.run();
}
