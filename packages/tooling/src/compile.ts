import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { tsc } from './run.ts';

/**
 * Compiles the package in `root` with TypeScript into an empty `dist`: neither what an earlier build left nor what turbo
 * put there for another state of the sources is taken for its own, kept in the cache or published.
 *
 * @returns the exit code.
 */
export function compile(root: string): Promise<number> {
  rmSync(join(root, 'dist'), { recursive: true, force: true, maxRetries: 3 });
  return tsc(['-b'], root);
}
