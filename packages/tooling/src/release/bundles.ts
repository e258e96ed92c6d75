import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { type Package, packagesOf } from './packages.ts';

/** A package that moves because of what it is made of. */
export interface Follower {
  readonly name: string;
  /** What it is made of that moves. */
  readonly because: readonly string[];
}

/**
 * Packages that have to be published again because of what they bundle, and that no changeset moves. `moving` are the
 * names of the packages that get a new version.
 *
 * @param trial whether these are versions for a trial. No range takes such a version in, so what depends on one moves, too.
 */
export function followersOf(
  packages: readonly Package[],
  moving: ReadonlySet<string>,
  trial = false,
): Follower[] {
  const all = new Set(moving);
  const because = new Map<string, string[]>();
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const { manifest } of packages) {
      const { sealmark, dependencies, peerDependencies, devDependencies } = manifest;
      const needed = trial ? { ...dependencies, ...peerDependencies, ...devDependencies } : {};
      const parts = new Set([...(sealmark?.bundles ?? []), ...Object.keys(needed)]);
      const found = [...parts].filter((name) => all.has(name));
      if (found.length === 0 || moving.has(manifest.name)) continue;
      because.set(manifest.name, found);
      all.add(manifest.name);
    }
  }
  return [...because].map(([name, names]) => ({ name, because: names }));
}

/** The changeset that moves a follower. */
export function changesetOf({ name, because }: Follower): string {
  return `---\n"${name}": patch\n---\n\nTake in what is new in ${because.join(', ')}.\n`;
}

/**
 * Writes a changeset for every package that bundles something that moves: changesets follows `dependencies`, and what is
 * bundled is none. For a trial it follows `dependencies` no further than their ranges, which a trial is outside of.
 *
 * @returns the packages that follow.
 */
export async function followBundles(repository: string, trial: boolean): Promise<Follower[]> {
  // Who depends on a follower moves with it, and may be bundled in turn.
  const written: Follower[] = [];
  for (;;) {
    const { releases } = await getReleasePlan(repository);
    const moving = new Set(releases.filter(({ type }) => type !== 'none').map(({ name }) => name));
    const followers = followersOf(packagesOf(repository), moving, trial);
    if (followers.length === 0) return written;
    for (const follower of followers) {
      const file = `bundled-${follower.name.split('/').at(-1)}.md`;
      writeFileSync(join(repository, '.changeset', file), changesetOf(follower));
      written.push(follower);
    }
  }
}
