import { spawnSync } from 'node:child_process';
import type { Package } from './packages.ts';

/** The tag of a version. */
export const tagOf = ({ manifest: { name, version } }: Package): string => `${name}@${version}`;

/** Tags of `packages` that the repository in `folder` does not have, and where it comes from neither. */
export function missingTags(folder: string, packages: readonly Package[]): string[] {
  const git = (...args: string[]): string =>
    spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout;
  const here = new Set(git('tag').split('\n'));
  const missing = packages.map(tagOf).filter((tag) => !here.has(tag));
  if (missing.length === 0) return [];
  const there = git('ls-remote', '--tags', 'origin').split('\n');
  const remote = new Set(there.map((line) => line.split('\trefs/tags/').at(-1)));
  return missing.filter((tag) => !remote.has(tag));
}
