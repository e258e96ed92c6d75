import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOfBundles } from './package/bundled.ts';
import { contentsOf, problemsOfContents } from './package/contents.ts';
import { problemsOfFields } from './package/fields.ts';
import { type Manifest, readManifest } from './package/manifest.ts';
import { changesetsSuffice, keepsReleases } from './release/content.ts';
import { clearResult } from './results.ts';
import { type Check, run, runChecks, tsc } from './run.ts';
import { oversized } from './sizes.ts';

/** Entry points that TypeScript has nothing to say about. */
function untyped(manifest: Manifest): string[] {
  return Object.keys(manifest.exports ?? {}).filter((path) => /\.(json|css|svg|\*)$|\*/.test(path));
}

/**
 * Checks the package in `root` as it would be published: its files, its entry points, their types, how the templates in
 * `frameworks/` understand its elements, its sizes. A private
 * package is not published; of it only the sizes are checked.
 *
 * @returns the exit code.
 */
export async function check(root: string): Promise<number> {
  const packed = mkdtempSync(join(tmpdir(), 'sealmark-packed-'));
  try {
    return await checkWith(root, packed);
  } finally {
    rmSync(packed, { recursive: true });
  }
}

/** The same, with a folder for the tarball. */
async function checkWith(root: string, packed: string): Promise<number> {
  clearResult(root, 'check');
  const manifest = readManifest(root);
  const sizes = manifest.sealmark?.sizes ?? [];
  const checks: Record<string, Check> = {};
  if (!manifest.private) {
    const excluded = untyped(manifest);
    const contents = contentsOf(root, packed);
    const tarball = join(packed, contents.filename);
    const attw = [
      tarball,
      '--profile',
      'esm-only',
      '--no-definitely-typed',
      '--no-emoji',
      '--format',
      'ascii',
    ];
    if (excluded.length > 0) attw.push('--exclude-entrypoints', ...excluded);
    checks['fields'] = () => problemsOfFields(root, manifest);
    checks['bundles'] = () => problemsOfBundles(root, manifest);
    checks['contents'] = () => {
      const { size, files } = contents;
      console.log(
        `  tarball: ${size} of ${manifest.sealmark?.tarball} bytes, ${files.length} files`,
      );
      return problemsOfContents(root, manifest, contents);
    };
    checks['publint'] = async () =>
      (await run('publint', ['run', tarball, '--strict'], { cwd: root })) === 0;
    checks['types of entry points'] = async () => (await run('attw', attw, { cwd: root })) === 0;
  }
  if (keepsReleases(root)) {
    checks['changesets ask for what the data demands'] = () => changesetsSuffice(root);
  }
  if (existsSync(join(root, 'frameworks/tsconfig.json'))) {
    checks['types in templates of frameworks'] = async () =>
      (await tsc(['-p', 'frameworks'], root)) === 0;
  }
  if (sizes.length > 0) checks['sizes'] = () => oversized(root, sizes);
  return runChecks(root, 'check', checks);
}
