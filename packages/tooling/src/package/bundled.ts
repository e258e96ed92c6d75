import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, isStray, packageOf } from './contents.ts';
import type { Manifest } from './manifest.ts';

/** What is resolved rather than imported, as `import.meta.resolve('@sealmark/messengers/index.json')`. */
const resolved = /\bimport\.meta\.resolve\(\s*['"`]([^'"`$]+)/g;

/**
 * Packages of ours that the sources or build scripts in `root` use, that are none of the package's dependencies, and that
 * its "sealmark.bundles" does not name: what they have is in what is published, and nothing moves it when they move. What
 * a build runs as a command is not seen; see docs/decisions/ranges-and-bundles.md.
 */
export function problemsOfBundles(root: string, manifest: Manifest): string[] {
  const { name, dependencies, peerDependencies, sealmark } = manifest;
  const moves = new Set([
    name,
    ...Object.keys({ ...dependencies, ...peerDependencies }),
    ...(sealmark?.bundles ?? []),
  ]);
  const users = new Map<string, string>();
  for (const path of globSync('{src,scripts}/**/*.ts', { cwd: root }).sort()) {
    const file = path.replaceAll('\\', '/');
    if (isStray(file)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    const used = [
      ...importsOf(file, text, 'values'),
      ...[...text.matchAll(resolved)].map(([, specifier = '']) => specifier),
    ].map(packageOf);
    for (const each of used)
      if (/^@sealmark\/./.test(each) && !moves.has(each) && !users.has(each)) users.set(each, file);
  }
  return [...users].map(
    ([used, file]) => `${file} takes ${used} in, and "sealmark.bundles" does not name it`,
  );
}
