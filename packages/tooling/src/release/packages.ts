import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from '../package/manifest.ts';

/** A package of the repository, published or not. */
export interface Package {
  readonly folder: string;
  readonly manifest: Manifest & { readonly version: string };
}

/** All packages of the repository, by the folder's name. */
export function packagesOf(repository: string): Package[] {
  const { workspaces } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    workspaces: string[];
  };
  return globSync(
    workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: repository },
  )
    .sort()
    .map((file) => {
      const folder = join(repository, file, '..');
      return { folder, manifest: { version: '0.0.0', ...readManifest(folder) } };
    });
}
