import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseChangesetFile } from '@changesets/parse';
import { FolderError } from '../folders.ts';
import { LEVELS, type Level } from './compare.ts';

/**
 * The level that the pending changesets give a package, from the nearest `.changeset` at or above a folder.
 *
 * @throws {FolderError} When there is no such folder, or a changeset cannot be read.
 */
export function pendingLevel(folder: string, name: string): { level: Level; files: string[] } {
  const changesets = nearest(folder);
  let level: Level = 'none';
  const files: string[] = [];
  for (const file of readdirSync(changesets).sort()) {
    if (!file.endsWith('.md') || file === 'README.md') continue;
    const path = join(changesets, file);
    const own = releasesIn(path).find((release) => release.name === name);
    if (!own) continue;
    files.push(file);
    if (LEVELS.indexOf(own.type) > LEVELS.indexOf(level)) level = own.type;
  }
  return { level, files };
}

function releasesIn(path: string): { name: string; type: Level }[] {
  try {
    return parseChangesetFile(readFileSync(path, 'utf8')).releases;
  } catch {
    throw new FolderError(
      `${path} is not a changeset; it starts with a line of ---, names packages and levels, and a line of ---.`,
    );
  }
}

function nearest(folder: string): string {
  const own = join(folder, '.changeset');
  if (existsSync(own)) return own;
  const above = dirname(folder);
  if (above === folder)
    throw new FolderError('There is no folder .changeset here or above; run changeset init first.');
  return nearest(above);
}
