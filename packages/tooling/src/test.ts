import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startVitest, type Vitest } from 'vitest/node';
import { clearResult, type Result, writeResult } from './results.ts';
import { vitestConfig } from './vitest.ts';

/** Tests by state. A file or a hook that breaks off outside of any test counts as one failure. */
function count(vitest: Vitest): Result {
  const result: Result = {
    passed: 0,
    failed: vitest.state.getUnhandledErrors().length,
    skipped: 0,
  };
  for (const module of vitest.state.getTestModules()) {
    let failures = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') result.passed += 1;
      else if (state === 'failed') failures += 1;
      else result.skipped += 1;
    }
    result.failed += failures || (module.ok() ? 0 : 1);
  }
  return result;
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
    : { ...vitestConfig(root), config: false as const };
  const vitest = await startVitest('test', [...filters], {
    ...config,
    watch: false,
    passWithNoTests: true,
  });
  const result = count(vitest);
  await vitest.close();
  writeResult(root, 'test', result);
  return result.failed > 0 ? 1 : 0;
}
