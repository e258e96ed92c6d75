import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../run.ts';
import { type Manifest, readManifest } from './manifest.ts';

const stated = [
  'description',
  'keywords',
  'license',
  'repository',
  'bugs',
  'homepage',
  'engines',
  'exports',
  'sideEffects',
  'files',
] as const;

/** Scripts that npm runs where a package is installed, from wherever it comes. */
const runOnInstall = [
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'preprepare',
  'prepare',
  'postprepare',
];

/** Modules of an element that are loaded for what they do, not for what they export. */
const withEffects = ['dist/define.js', 'dist/provide.js'];

/** What is wrong with what a package that is to be published says of itself. */
export function problemsOfFields(root: string, manifest: Manifest): string[] {
  const problems: string[] = [];
  const { repository: source } = readManifest(repository);
  for (const field of stated) {
    if (manifest[field] === undefined) problems.push(`package.json has no "${field}"`);
  }
  if (manifest.keywords !== undefined && manifest.keywords.length < 3)
    problems.push('package.json has fewer than three "keywords": nobody finds it');
  if (manifest.engines !== undefined && manifest.engines['node'] === undefined)
    problems.push('"engines" does not say which "node" it needs');
  if (manifest.type !== 'module') problems.push('package.json does not say "type": "module"');
  if (
    manifest.repository &&
    !root.replaceAll('\\', '/').endsWith(manifest.repository.directory ?? '?')
  ) {
    problems.push('"repository.directory" is not this folder');
  }
  if (manifest.repository && manifest.repository.url !== source?.url)
    problems.push(`"repository.url" is not ${source?.url}, as at the top of the repository`);
  const { sideEffects } = manifest;
  for (const file of withEffects) {
    const kept = sideEffects === true || (sideEffects && sideEffects.includes(`./${file}`));
    if (
      manifest.customElements &&
      sideEffects !== undefined &&
      !kept &&
      existsSync(join(root, file))
    )
      problems.push(`"sideEffects" does not name ./${file}: bundlers would drop it`);
  }
  if (!manifest.customElements && existsSync(join(root, 'dist/custom-elements.json')))
    problems.push('package.json has no "customElements", and dist/custom-elements.json is there');
  for (const script of runOnInstall) {
    if (manifest.scripts?.[script])
      problems.push(`"scripts" has "${script}": nothing runs where our packages are installed`);
  }
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    // A trial is made of trials, which no range takes in.
    if (name.startsWith('@sealmark/') && !/^\^|^[\d.]+-/.test(range))
      problems.push(
        `"dependencies" has ${name} ${range}: write ^ before it, or every patch of it releases this package`,
      );
  }
  return problems;
}
