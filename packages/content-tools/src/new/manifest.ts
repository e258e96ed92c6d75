import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const both = (path: string) => ({ types: `${path}.d.ts`, default: `${path}.js` });

/** What a content package of messengers exports: what elements, sites and programs look for. */
export const EXPORTS = {
  '.': both('./dist/index'),
  './messengers/*.json': './dist/messengers/*.json',
  './messengers/*': both('./dist/messengers/*'),
  './cards/*.json': './dist/cards/*.json',
  './cards/*': both('./dist/cards/*'),
  './index.json': './dist/index.json',
  './all': both('./dist/all'),
  './all.json': './dist/all.json',
  './facts': both('./dist/facts'),
  './criteria': both('./dist/criteria'),
  './page': both('./dist/page'),
  './logos/*.svg': './dist/logos/*.svg',
  './schema.json': './dist/schema.json',
  './changes.json': './dist/changes.json',
  './package.json': './package.json',
};

/** The `package.json` of a new content package. */
export function manifestOf(name: string): string {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const schema = createRequire(import.meta.url)('@sealmark/schema/package.json');
  return `${JSON.stringify(
    {
      name,
      version: '0.0.0',
      private: true,
      description: 'Messengers as data: every claim with its source and its date.',
      type: 'module',
      sideEffects: false,
      exports: EXPORTS,
      files: ['dist'],
      scripts: { build: 'sealmark build', check: 'sealmark check' },
      dependencies: { [schema.name]: `^${schema.version}` },
      devDependencies: { [own.name]: `^${own.version}` },
    },
    null,
    2,
  )}\n`;
}
