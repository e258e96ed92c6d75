import { execFileSync } from 'node:child_process';

/**
 * Does `work` in the repository in `folder`, and takes back what it wrote where it fails: all that git sees, if nothing
 * waited to be committed before. Otherwise nothing tells what is whose, and it says what to do.
 *
 * @param work gives whether it succeeded.
 */
export async function doOrUndo(folder: string, work: () => Promise<boolean>): Promise<boolean> {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  const wasClean = git('status', '--porcelain') === '';
  let done = false;
  try {
    done = await work();
  } finally {
    if (!done && wasClean) {
      git('reset', '--quiet', '--hard');
      git('clean', '--quiet', '--force', '-d');
      console.error('No version was made. Everything is as it was.');
    } else if (!done) {
      console.error(
        'No version was made. What was written stays, for it is mixed with what you have not committed: look at it with git status, take versions, changelogs, package-lock.json, releases and .changeset/bundled-*.md back, and commit your changes before you run the command again.',
      );
    }
  }
  return done;
}
