import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestUserConfig } from 'vitest/node';

/** On a loaded machine what is waited for takes longer than Vitest's one second. */
const patient = { poll: { timeout: 10_000 } };

function runsInBrowsers(root: string): boolean {
  const file = join(root, 'package.json');
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return manifest.sealmark?.tests === 'browsers';
}

/**
 * The tests of the package in `root`. `*.browser.test.ts` runs in every browser found, `*.ssr.test.ts` and
 * `*.node.test.ts` run in Node; a plain `*.test.ts` runs where `"sealmark": {"tests": "browsers" | "node"}` of its
 * package.json says, in Node by default.
 */
export async function vitestConfig(root: string): Promise<TestUserConfig> {
  const all = ['src/**/*.test.ts'];
  const inNode = ['src/**/*.{ssr,node}.test.ts'];
  const inBrowsers = ['src/**/*.browser.test.ts'];
  const browsersFirst = runsInBrowsers(root);

  const projects: TestUserConfig['projects'] = [
    {
      test: {
        name: 'node',
        environment: 'node',
        // Modules are loaded once for all files.
        isolate: false,
        include: browsersFirst ? inNode : all,
        exclude: inBrowsers,
        testTimeout: 60_000,
        expect: patient,
        hookTimeout: 120_000,
      },
    },
  ];
  if (browsersFirst || globSync(inBrowsers, { cwd: root }).length > 0) {
    // What drives browsers takes long to load, and is loaded only where a test needs it.
    const { browserProject } = await import('./vitest.ts');
    const include = browsersFirst ? all : inBrowsers;
    const browsers = browserProject({ include, exclude: inNode, expect: patient });
    if (browsers) projects.push(browsers);
  }
  return {
    root,
    env: { TZ: 'UTC' },
    onConsoleLog: (log) => !log.startsWith('Lit is in dev mode.'),
    projects,
  };
}
