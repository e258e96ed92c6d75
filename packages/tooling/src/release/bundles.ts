import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { type Package, packagesOf } from './packages.ts';

/** A package that moves because of what is in it. */
export interface Follower {
  readonly name: string;
  /** What it bundles that moves. */
  readonly because: readonly string[];
}

/**
 * Packages that have to be published again because of what they bundle, and that no changeset moves. `moving` are the
 * names of the packages that get a new version.
 */
export function followersOf(packages: readonly Package[], moving: ReadonlySet<string>): Follower[] {
  const all = new Set(moving);
  const because = new Map<string, string[]>();
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const { manifest } of packages) {
      const found = (manifest.sealmark?.bundles ?? []).filter((name) => all.has(name));
      if (found.length === 0 || moving.has(manifest.name)) continue;
      because.set(manifest.name, found);
      all.add(manifest.name);
    }
  }
  return [...because].map(([name, names]) => ({ name, because: names }));
}

/** The changeset that moves a follower. */
export function changesetOf({ name, because }: Follower): string {
  return `---\n"${name}": patch\n---\n\nBundle what is new in ${because.join(', ')}.\n`;
}

/**
 * Writes a changeset for every package that bundles something that moves: changesets follows `dependencies`, and what is
 * bundled is none.
 *
 * @returns the names of the packages that follow.
 */
export async function followBundles(repository: string): Promise<string[]> {
  // Who depends on a follower moves with it, and may be bundled in turn.
  const written: string[] = [];
  for (;;) {
    const { releases } = await getReleasePlan(repository);
    const moving = new Set(releases.filter(({ type }) => type !== 'none').map(({ name }) => name));
    const followers = followersOf(packagesOf(repository), moving);
    if (followers.length === 0) return written;
    for (const follower of followers) {
      const file = `bundled-${follower.name.split('/').at(-1)}.md`;
      writeFileSync(join(repository, '.changeset', file), changesetOf(follower));
      written.push(follower.name);
    }
  }
}
