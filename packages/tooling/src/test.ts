import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  startVitest,
  type TestCase,
  type TestModule,
  type TestSuite,
  type Vitest,
} from 'vitest/node';
import { vitestConfig } from './projects.ts';
import { clearResult, type Result, writeResult } from './results.ts';

/** The first line of what an error says. */
function firstLine(error: { readonly message?: string } | undefined): string {
  const [line = ''] = stripVTControlCharacters(error?.message ?? '')
    .trim()
    .split('\n');
  return line || 'failed';
}

/** Such as `src/a.test.ts › <audit-badge> › names the auditor (firefox)`. */
function nameOf(task: TestCase | TestSuite | TestModule): string {
  const names: string[] = [];
  let place = task;
  while (place.type !== 'module') {
    names.unshift(place.name);
    place = place.parent;
  }
  const { project, relativeModuleId } = place;
  const engine = project.isBrowserEnabled() ? ` (${project.name})` : '';
  return [relativeModuleId, ...names].join(' › ') + engine;
}

/** What failed in a file: its tests, and what broke off outside of any test, as a hook does. */
function failuresOf(module: TestModule): string[] {
  const around = [module, ...module.children.allSuites()].flatMap((place) =>
    place.errors().map((error) => `${nameOf(place)}: ${firstLine(error)}`),
  );
  const tests = [...module.children.allTests('failed')].map(
    (test) => `${nameOf(test)}: ${firstLine(test.result().errors?.[0])}`,
  );
  const failures = [...around, ...tests];
  return failures.length > 0 || module.ok() ? failures : [`${nameOf(module)}: failed`];
}

/** An error that no test has caught, with the file that ran when it came. */
function stray(root: string, error: unknown): string {
  const { message, VITEST_TEST_PATH: file } = Object(error) as {
    message?: string;
    VITEST_TEST_PATH?: string;
  };
  const place = file === undefined ? '' : `${relative(root, file)} › `;
  return `${place}outside of any test: ${firstLine({ message: message ?? String(error) })}`;
}

/** Tests by state. A file or a hook that breaks off outside of any test counts as one failure. */
function resultOf(root: string, vitest: Vitest): Result {
  const modules = vitest.state.getTestModules();
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  return {
    passed,
    skipped: states.length - passed - failed,
    failures: [
      ...modules.flatMap(failuresOf),
      ...vitest.state.getUnhandledErrors().map((error) => stray(root, error)),
    ],
  };
}

/**
 * Runs the tests of the package in `root` and writes the result down. A `vitest.config.ts` of its own goes before the
 * shared configuration.
 *
 * @param filters parts of file names; all tests without.
 * @returns the exit code.
 */
export async function test(root: string, filters: readonly string[]): Promise<number> {
  clearResult(root, 'test');
  const own = join(root, 'vitest.config.ts');
  const config = existsSync(own)
    ? { root, config: own }
    : { ...(await vitestConfig(root)), config: false as const };
  const vitest = await startVitest('test', [...filters], {
    ...config,
    watch: false,
    passWithNoTests: true,
  });
  const result = resultOf(root, vitest);
  await vitest.close();
  writeResult(root, 'test', result);
  return result.failures.length > 0 ? 1 : 0;
}
