import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@sealmark/schema';
import { valid } from 'semver';
import type { Compiled } from './compile.ts';
import { quote } from './words.ts';
import { writeFile } from './write.ts';

/** A release cannot be made. */
export class ReleaseError extends Error {
  override name = 'ReleaseError';
}

/** Whether a package can have this version: it becomes the name of a file, and stands in what is built. */
export const isVersion = (version: unknown): version is string =>
  typeof version === 'string' && valid(version) === version;

/** Whether a version is one that is kept in `releases/`: no trial before it. */
export const isReleased = (version: unknown): version is string =>
  isVersion(version) && !version.includes('-');

/** The file of a release, from the folder of the package. */
export const releaseFile = (version: string): string => `releases/${version}.json`;

/** The content as it stands, as a release would hold it. */
export function toRelease(compiled: Compiled): Release {
  const { meta, records, vocabularies, criteria, page } = compiled;
  return { ...meta, state: stateOf(records), entries: records, vocabularies, criteria, page };
}

/** The newest day on which anything was looked through, from the `reviewed` of records and all that is in them. */
export function stateOf(value: unknown): string {
  let newest = '';
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === 'reviewed' && typeof child === 'string' && child > newest) newest = child;
      else visit(child);
    }
  };
  visit(value);
  return newest || '0001-01-01';
}

/**
 * Writes the file of a release. One that is there already stays: what was published does not change.
 *
 * @returns Whether it was written; false when it was there and says the same.
 * @throws {ReleaseError} When it is there and says something else, or the version is none that is kept.
 */
export function writeRelease(root: string, compiled: Compiled): boolean {
  const release = toRelease(compiled);
  const path = releaseFile(release.version);
  if (!isReleased(release.version))
    throw new ReleaseError(
      `${quote(release.version)} is not kept in releases/, only whole versions such as 1.2.0 are. Give the package one first.`,
    );
  const text = `${JSON.stringify(release, null, 1)}\n`;
  const full = join(root, path);
  if (existsSync(full)) {
    const old = JSON.parse(readFileSync(full, 'utf8')) as Release;
    // A newer schema takes the same data.
    const { schemaVersion } = old;
    if (JSON.stringify(old) === JSON.stringify({ ...release, schemaVersion })) return false;
    throw new ReleaseError(
      `${path} is there and says something else: a release does not change. Give the package another version first.`,
    );
  }
  writeFile(full, text);
  return true;
}
