import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { pendingLevel } from '../diff/changesets.ts';
import { compare, LEVELS } from '../diff/compare.ts';
import { readSide, type Side } from '../diff/state.ts';
import { tell } from '../diff/tell.ts';
import { FolderError } from '../folders.ts';
import { releaseFile } from '../release.ts';
import { newestRelease } from '../load.ts';
import { EXIT, paint, print } from './output.ts';

export function addDiff(program: Command): void {
  program
    .command('diff')
    .description(
      'say what differs between two states of a package, and which version that asks for: folders, tarballs, files of releases, or versions in releases/',
    )
    .argument('[old]', 'the state before; the newest file in releases/ where it is left out')
    .argument('[new]', 'the state after', '.')
    .option('--changeset', 'fail when the pending changesets ask for less than the difference does')
    .option('--json', 'print the outcome as JSON')
    .action(
      async (
        old: string | undefined,
        now: string,
        options: { changeset?: boolean; json?: boolean },
      ) => {
        const folder = resolve(now);
        const [before, after] = [await readSide(placeOf(old, folder)), await readSide(folder)];
        const comparison = compare(before, after);
        const pending = options.changeset ? pendingOf(folder, after) : undefined;
        const isEnough =
          !pending || LEVELS.indexOf(pending.level) >= LEVELS.indexOf(comparison.level);
        if (!isEnough) process.exitCode = EXIT.problems;
        if (options.json)
          return print({ ok: isEnough, ...comparison, ...(pending && { changesets: pending }) });
        console.log(tell(comparison));
        if (!pending) return;
        const { level, files } = pending;
        const asked =
          files.length > 0 ? `${files.join(' and ')} ask for ${level}` : 'no changeset names it';
        if (isEnough) return console.log(`${asked}: that is enough`);
        console.error(
          paint(
            'red',
            `the difference asks for ${comparison.level}, but ${asked}; write a changeset with "${after.name}": ${comparison.level}`,
          ),
        );
      },
    );
}

/** The state before: a place, a version that has a file, or the newest that has. */
function placeOf(old: string | undefined, folder: string): string {
  if (old !== undefined) {
    if (existsSync(resolve(old))) return resolve(old);
    const file = join(folder, releaseFile(old));
    if (/^\d+\.\d+\.\d+$/.test(old) && existsSync(file)) return file;
    throw new FolderError(`There is no ${old}: no file, no folder, and no version in releases/.`);
  }
  const newest = newestRelease(folder);
  if (newest) return join(folder, releaseFile(newest));
  throw new FolderError(`There is no file in ${join(folder, 'releases')}; name the state before.`);
}

function pendingOf(folder: string, after: Side) {
  if (after.name === undefined)
    throw new FolderError(
      `${folder} has no package.json with a name, so no changeset can name it.`,
    );
  return pendingLevel(folder, after.name);
}
