// Each command loads what it needs: some of it takes longer to load than other commands take in all.
const [command = '', ...args] = process.argv.slice(2);
const root = process.cwd();

const commands: Record<string, { about: string; run: () => Promise<number> }> = {
  test: {
    about: 'run the tests of this package [parts of file names]',
    run: async () => (await import('./test.ts')).test(root, args),
  },
  lint: {
    about: 'lint this package and check its form',
    run: async () => (await import('./lint.ts')).lint(root),
  },
  check: {
    about: 'check this package as it would be published',
    run: async () => (await import('./check.ts')).check(root),
  },
  compile: {
    about: 'compile this package into an empty dist',
    run: async () => (await import('./compile.ts')).compile(root),
  },
  manifest: {
    about: 'write dist/custom-elements.json of this package',
    run: async () => (await import('./manifest/manifest.ts')).manifest(root),
  },
  format: {
    about: 'bring every file of the repository into form',
    run: async () => (await import('./lint.ts')).format(),
  },
  start: {
    about: 'build the site and serve it',
    run: async () => (await import('./start.ts')).start(),
  },
  turbo: {
    about: 'run tasks of all packages, reporting to nobody',
    run: async () => (await import('./turbo.ts')).turbo(args),
  },
  verify: {
    about: 'build, lint, check and test everything [turbo options]',
    run: async () => (await import('./verify.ts')).verify(args),
  },
  version: {
    about: 'turn changesets into versions and changelogs [--snapshot channel]',
    run: async () => (await import('./release/version.ts')).version(args),
  },
  release: {
    about: 'publish what has a new version [--pack, --from, --tag]',
    run: async () => (await import('./release/release.ts')).release(args),
  },
  'pack-past': {
    about: 'pack a past version of a content package from its release file',
    run: async () => (await import('./release/past.ts')).packPast(args),
  },
  'check-repository': {
    about: 'check what no package can check alone',
    run: async () => (await import('./check-repository.ts')).checkRepository(root),
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
