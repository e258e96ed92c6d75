import { join } from 'node:path';
import { run, tooling } from './run.ts';

/**
 * Writes `dist/custom-elements.json` of the package in `root`: what its elements take, fire and show, read from their
 * sources and docblocks.
 *
 * @returns the exit code.
 */
export function manifest(root: string): Promise<number> {
  const config = join(tooling, 'config/manifest.js');
  return run('cem', ['analyze', '--config', config, '--quiet'], { cwd: root });
}
