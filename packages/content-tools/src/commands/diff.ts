import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { pendingLevel } from '../diff/changesets.ts';
import { compare, LEVELS } from '../diff/compare.ts';
import { readSide, type Side } from '../diff/state.ts';
import { tell } from '../diff/tell.ts';
import { FolderError, isFolder } from '../folders.ts';
import { releaseFile } from '../release.ts';
import { newestRelease } from '../load.ts';
import { EXIT, paint, print, progress } from './output.ts';

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
        const { step, done } = progress();
        const place = placeOf(now, resolve('.'));
        const folder = isFolder(place) ? place : resolve('.');
        const was = old === undefined ? newestIn(folder) : placeOf(old, folder);
        const read = (side: string) => readSide(side, { progress: step });
        const [before, after] = [await read(was), await read(place)];
        done();
        const comparison = compare(before, after);
        const pending = options.changeset ? pendingOf(place, after) : undefined;
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

/** A place, or the file of a version in the `releases/` of a folder. */
function placeOf(named: string, folder: string): string {
  const place = resolve(named);
  if (existsSync(place)) return place;
  const file = join(folder, releaseFile(named));
  if (/^\d+\.\d+\.\d+$/.test(named) && existsSync(file)) return file;
  throw new FolderError(
    `There is no ${named}: no file, no folder, and no version in ${join(folder, 'releases')}.`,
  );
}

/** The newest version that has a file. */
function newestIn(folder: string): string {
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
