import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './process.ts';

/** The top folder of the repository. */
export const repository = join(import.meta.dirname, '..', '..', '..');

/** Packs every package that is published, as `npm publish` would. Gives the file of each by its name. */
export async function pack(folder: string): Promise<Map<string, string>> {
  const packages = readdirSync(join(repository, 'packages'))
    .map((name) => `./packages/${name}`)
    .filter((path) => !manifestOf(join(repository, path)).private);
  const said = await run(
    'npm',
    ['pack', '--json', '--silent', '--pack-destination', folder, ...packages],
    {
      cwd: repository,
    },
  );
  // npm 11 gives a list, later ones an object by name.
  const packed = Object.values(JSON.parse(said)) as { name: string; filename: string }[];
  return new Map(packed.map(({ name, filename }) => [name, join(folder, filename)]));
}

interface Manifest {
  private?: boolean;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

/** The `package.json` of a folder. */
export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
