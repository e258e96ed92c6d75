import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsShell } from '../run.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

/** The part of package-lock.json that is read here. */
export interface LockFile {
  readonly packages: Record<string, Locked>;
}

function readLock(repository: string): LockFile {
  return JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as LockFile;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Packages whose address is written down: one machine's registry is not another's. */
export function addressesIn(lock: LockFile): string[] {
  return Object.entries(lock.packages)
    .filter(([, { resolved }]) => /^[a-z+]+:\/\//.test(resolved ?? ''))
    .map(
      ([path, { resolved }]) =>
        `${nameOf(path)} is locked to ${resolved}: npm install with the repository's .npmrc`,
    );
}

/** Packages that run a script when they are installed and that the root package.json does not name, and the reverse. */
export function installScriptsIn(lock: LockFile, allowed: Record<string, boolean>): string[] {
  const running = new Set(
    Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path)),
  );
  return [
    ...[...running]
      .filter((name) => !(name in allowed))
      .map((name) => `${name} runs a script on install and is not in "allowScripts"`),
    ...Object.keys(allowed)
      .filter((name) => !running.has(name))
      .map((name) => `${name} is in "allowScripts" and has no install script`),
  ];
}

// Copyleft by file (MPL) is fine for a dependency that we do not change.
const free = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'CC0-1.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
]);

/** Where Node finds `name` from `path`: the innermost node_modules that has it. */
function resolve(lock: LockFile, path: string, name: string): string | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (candidate in lock.packages) return candidate;
    if (folder === '') return undefined;
  }
}

/** Packages that come along when one of `roots` is installed, and whose license is not known to be free. */
export function licensesIn(lock: LockFile, roots: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const locked = lock.packages[path];
    if (locked === undefined || seen.has(path)) return;
    seen.add(path);
    if (locked.link && locked.resolved !== undefined) visit(locked.resolved);
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) {
      const found = resolve(lock, path, name);
      if (found !== undefined) visit(found);
    }
  };
  roots.forEach(visit);
  return [...seen]
    .filter((path) => !lock.packages[path]?.link && !free.has(lock.packages[path]?.license ?? ''))
    .map(
      (path) => `${nameOf(path)} is under ${lock.packages[path]?.license ?? 'no stated license'}`,
    );
}

/** Whether a package.json asks for what the lock file has not. */
export function misfits(repository: string): string[] {
  const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts'], {
    cwd: repository,
    encoding: 'utf8',
    shell: needsShell,
  });
  return status === 0 ? [] : [`run npm install and commit package-lock.json: ${stderr.trim()}`];
}

/** Addresses in any lock file of the repository. */
export function addresses(repository: string): string[] {
  const files = globSync('{.,apps/*,apps/*/*}/package-lock.json', { cwd: repository });
  return files.flatMap((file) => addressesIn(readLock(join(repository, file, '..'))));
}

export function installScripts(repository: string): string[] {
  const { allowScripts = {} } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return installScriptsIn(readLock(repository), allowScripts);
}

/** The licenses of what comes along with the packages that are published. */
export function licenses(repository: string): string[] {
  const lock = readLock(repository);
  const published = Object.keys(lock.packages).filter((path) => {
    if (!/^packages\/[^/]+$/.test(path)) return false;
    return !JSON.parse(readFileSync(join(repository, path, 'package.json'), 'utf8')).private;
  });
  return licensesIn(lock, published);
}
