import { join } from 'node:path';
import { changesets } from './repository/changesets.ts';
import { addresses, installScripts, licenses, misfits } from './repository/lock-file.ts';
import { leftovers } from './repository/tree.ts';
import { workflows } from './repository/workflows.ts';
import { clearResult } from './results.ts';
import { repository, run, runChecks, tooling } from './run.ts';

/**
 * Checks what no package can check alone, and writes the result down as this package's.
 *
 * @returns the exit code.
 */
export async function checkRepository(root: string): Promise<number> {
  clearResult(root, 'check');
  const knip = [
    '--config',
    join(tooling, 'config/knip.json'),
    '--no-progress',
    '--no-config-hints',
  ];
  return runChecks(root, 'check', {
    'nothing unused, nothing missing': async () =>
      (await run('knip', knip, { cwd: repository })) === 0,
    'nothing left over in the tree': () => leftovers(repository),
    'no address in the lock file': () => addresses(repository),
    'the lock file fits the packages': () => misfits(repository),
    'known install scripts only': () => installScripts(repository),
    'free licenses at run time': () => licenses(repository),
    changesets: () => changesets(repository),
    workflows: () => workflows(repository),
  });
}
