import { join } from 'node:path';
import { readManifest } from './package/manifest.ts';
import { repository, run } from './run.ts';
import { turbo } from './turbo.ts';

/**
 * Builds what the site needs and serves it until it is told to stop. The address is printed by the site's own script
 * `start`, which takes the port from `PORT`.
 *
 * @returns the exit code.
 */
export async function start(): Promise<number> {
  const site = join(repository, 'apps/docs');
  console.log('Building the site …');
  const built = await turbo([
    'run',
    'build',
    '--filter=@sealmark/docs',
    '--output-logs=errors-only',
    '--ui=stream',
  ]);
  if (built !== 0) return built;

  const script = readManifest(site).scripts?.['start'];
  if (script === undefined) throw new Error('apps/docs has no script "start"');
  // Without exec a signal would end the shell and leave the server behind.
  const command = process.platform === 'win32' ? script : `exec ${script}`;
  const ended = await run(command, [], { cwd: site, shell: true });
  // Told to stop, and stopped: that is how serving ends.
  return ended > 128 ? 0 : ended;
}
