import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearResult } from './results.ts';
import { type Check, run, runChecks } from './run.ts';
import { oversized, type SizeLimit } from './sizes.ts';

/** What this tooling reads of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly type?: string;
  readonly repository?: { readonly url?: string; readonly directory?: string };
  readonly customElements?: string;
  readonly exports?: Record<string, unknown>;
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly sealmark?: {
    readonly tests?: 'browsers' | 'node';
    readonly sizes?: readonly SizeLimit[];
  };
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function incomplete(root: string, manifest: Manifest): string[] {
  const problems: string[] = [];
  for (const file of ['README.md', 'LICENSE']) {
    if (!existsSync(join(root, file))) problems.push(`there is no ${file}`);
  }
  for (const field of ['description', 'license', 'repository', 'exports'] as const) {
    if (!manifest[field]) problems.push(`package.json has no "${field}"`);
  }
  if (manifest.type !== 'module') problems.push('package.json does not say "type": "module"');
  if (manifest.repository && !root.endsWith(manifest.repository.directory ?? '?')) {
    problems.push('"repository.directory" is not this folder');
  }
  if (manifest.customElements && !existsSync(join(root, manifest.customElements))) {
    problems.push(`"customElements" names ${manifest.customElements}, which is not there`);
  }
  return problems;
}

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
  clearResult(root, 'check');
  const manifest = readManifest(root);
  const sizes = manifest.sealmark?.sizes ?? [];
  const checks: Record<string, Check> = {};
  if (!manifest.private) {
    const excluded = untyped(manifest);
    const attw = [
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--no-definitely-typed',
      '--no-emoji',
      '--format',
      'ascii',
    ];
    if (excluded.length > 0) attw.push('--exclude-entrypoints', ...excluded);
    checks['files and fields'] = () => incomplete(root, manifest);
    checks['publint'] = async () =>
      (await run('publint', ['--strict', '--pack', 'npm'], { cwd: root })) === 0;
    checks['types of entry points'] = async () => (await run('attw', attw, { cwd: root })) === 0;
  }
  if (existsSync(join(root, 'frameworks/tsconfig.json'))) {
    checks['types in templates of frameworks'] = async () =>
      (await run('tsc', ['-p', 'frameworks'], { cwd: root })) === 0;
  }
  if (sizes.length > 0) checks['sizes'] = () => oversized(root, sizes);
  return runChecks(root, 'check', checks);
}
