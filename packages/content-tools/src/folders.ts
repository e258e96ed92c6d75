import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A folder or file was named that cannot be read from, or must not be written to. */
export class FolderError extends Error {
  override name = 'FolderError';
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether a file or folder lies in another, also after all links on the way are followed. */
export function liesIn(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:)?[\\/]/.test(way);
}

/** The first part of a path below a folder that is a symbolic link. */
export function linkOnTheWay(folder: string, path: string): string | undefined {
  let at = folder;
  for (const part of relative(folder, path).split(sep)) {
    at = join(at, part);
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at;
  }
  return undefined;
}
