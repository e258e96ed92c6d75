import { relative } from 'node:path';
import { globSync } from 'node:fs';
import { repository, run } from '../run.ts';
import { turbo } from '../turbo.ts';
import { followBundles } from './bundles.ts';
import { changesetsSuffice, keepsReleases } from './content.ts';
import { packagesOf } from './packages.ts';
import { doOrUndo } from './undo.ts';

/** The changesets that wait. */
export function pendingChangesets(): string[] {
  return globSync('.changeset/*.md', { cwd: repository }).filter(
    (file) => !file.endsWith('README.md'),
  );
}

/**
 * Turns changesets into versions and changelogs: checks that they ask for what the data demands, moves what bundles
 * something that moves (for a trial also what depends on it), keeps the data of the new version, and brings the lock file up to date. Nothing is written
 * before the checks have passed, and nothing stays where it fails after that.
 *
 * @param args `--snapshot <channel>` for versions that are thrown away after publishing.
 * @returns the exit code.
 */
export async function version(args: readonly string[]): Promise<number> {
  if (pendingChangesets().length === 0) {
    console.error('Nothing to release: no changeset waits in .changeset.');
    return 1;
  }
  const filter = '--filter=@sealmark/content-tools';
  const quiet = ['--output-logs=errors-only', '--ui=stream'];
  if ((await turbo(['run', 'build', filter, ...quiet])) !== 0) return 1;

  const keepers = packagesOf(repository)
    .map(({ folder }) => folder)
    .filter(keepsReleases);
  for (const keeper of keepers) {
    if (!(await changesetsSuffice(keeper))) {
      console.error('No version was made.');
      return 1;
    }
  }
  const trial = args.includes('--snapshot');
  const made = await doOrUndo(repository, () => makeVersions(args, trial, keepers));
  return made ? 0 : 1;
}

/** Writes the versions. Gives whether it succeeded. */
async function makeVersions(
  args: readonly string[],
  trial: boolean,
  keepers: readonly string[],
): Promise<boolean> {
  for (const { name, because } of await followBundles(repository, trial))
    console.log(`${name} moves with ${because.join(', ')}.`);

  const here = { cwd: repository };
  if ((await run('changeset', ['version', ...args], here)) !== 0) return false;
  // What is published for a trial is no release to compare with.
  for (const folder of trial ? [] : keepers) {
    if ((await run('sealmark', ['release', relative(repository, folder)], here)) !== 0)
      return false;
  }
  return (await run('npm', ['install', '--package-lock-only', '--ignore-scripts'], here)) === 0;
}
