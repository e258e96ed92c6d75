import { check } from './check.ts';
import { checkRepository } from './check-repository.ts';
import { compile } from './compile.ts';
import { format, lint } from './lint.ts';
import { manifest } from './manifest/manifest.ts';
import { packPast } from './release/past.ts';
import { release } from './release/release.ts';
import { version } from './release/version.ts';
import { start } from './start.ts';
import { test } from './test.ts';
import { turbo } from './turbo.ts';
import { verify } from './verify.ts';

const [command = '', ...args] = process.argv.slice(2);
const root = process.cwd();

const commands: Record<string, { about: string; run: () => Promise<number> }> = {
  test: {
    about: 'run the tests of this package [parts of file names]',
    run: () => test(root, args),
  },
  lint: { about: 'lint this package and check its form', run: () => lint(root) },
  check: { about: 'check this package as it would be published', run: () => check(root) },
  compile: { about: 'compile this package into an empty dist', run: () => compile(root) },
  manifest: { about: 'write dist/custom-elements.json of this package', run: () => manifest(root) },
  format: { about: 'bring every file of the repository into form', run: format },
  start: { about: 'build the site and serve it', run: start },
  turbo: { about: 'run tasks of all packages, reporting to nobody', run: () => turbo(args) },
  verify: {
    about: 'build, lint, check and test everything [turbo options]',
    run: () => verify(args),
  },
  version: {
    about: 'turn changesets into versions and changelogs [--snapshot channel]',
    run: () => version(args),
  },
  release: {
    about: 'publish what has a new version [--pack, --from, --tag]',
    run: () => release(args),
  },
  'pack-past': {
    about: 'pack a past version of a content package from its release file',
    run: () => packPast(args),
  },
  'check-repository': {
    about: 'check what no package can check alone',
    run: () => checkRepository(root),
  },
};

// npm starts a script through a shell, which dies of a signal without passing it on: end with it.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

const chosen = commands[command];
if (chosen === undefined) {
  console.log('Usage: sealmark-tooling <command>\n');
  for (const [name, { about }] of Object.entries(commands))
    console.log(`  ${name.padEnd(18)}${about}`);
  process.exitCode = ['', 'help', '--help'].includes(command) ? 0 : 2;
} else {
  process.exitCode = await chosen.run();
}
