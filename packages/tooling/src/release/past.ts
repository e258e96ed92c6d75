import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { repository, run } from '../run.ts';
import { pendingChangesets } from './version.ts';

/**
 * Packs a past version of a content package from its file in `releases/` alone: for a version that was kept before there
 * was a registry to publish it on.
 *
 * @param args the folder of the package, the version, and the folder to pack into.
 * @returns the exit code.
 */
export async function packPast(args: readonly string[]): Promise<number> {
  const [folder, version, out] = args;
  if (folder === undefined || version === undefined || out === undefined) {
    console.error('Usage: sealmark-tooling pack-past <folder of the package> <version> <folder>');
    return 2;
  }
  if (pendingChangesets().length > 0) {
    console.error(
      'Changesets wait in .changeset: make the versions first (npm run version), or the tarball asks for versions of our packages that nobody publishes.',
    );
    return 1;
  }
  const source = resolve(repository, folder);
  const temporary = mkdtempSync(join(tmpdir(), 'sealmark-past-'));
  try {
    const copy = join(temporary, basename(source));
    const built = new Set(['dist', 'node_modules', '.turbo', '.results', 'CHANGELOG.md']);
    cpSync(source, copy, { recursive: true, filter: (path) => !built.has(basename(path)) });
    const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as object;
    writeFileSync(
      join(copy, 'package.json'),
      `${JSON.stringify({ ...manifest, version }, null, 2)}\n`,
    );
    const code = await run('sealmark', ['build', '--release', version], { cwd: copy });
    if (code !== 0) return code;
    mkdirSync(resolve(out), { recursive: true });
    return await run('npm', ['pack', '--pack-destination', resolve(out)], { cwd: copy });
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
