import { join } from 'node:path';
import { readManifest } from './check.ts';
import { repository, run } from './run.ts';
import { turboEnvironment } from './turbo.ts';

/**
 * Builds what the site needs and serves it until it is told to stop. The address is printed by the site's own script
 * `serve`, which takes the port from `PORT`.
 *
 * @returns the exit code.
 */
export async function start(): Promise<number> {
  const site = join(repository, 'apps/docs');
  const built = await run(
    'turbo',
    ['run', 'build', '--filter=@sealmark/docs', '--output-logs=errors-only', '--ui=stream'],
    { cwd: repository, env: turboEnvironment() },
  );
  if (built !== 0) return built;

  const script = readManifest(site).scripts?.['serve'];
  if (script === undefined) throw new Error('apps/docs has no script "serve"');
  const ended = await run(script, [], { cwd: site, shell: true });
  // Told to stop, and stopped: that is how serving ends.
  return ended > 128 ? 0 : ended;
}
