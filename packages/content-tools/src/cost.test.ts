import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Messenger } from '@sealmark/schema';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type Compiled } from './compile.ts';
import { emit } from './emit.ts';
import { loadContent } from './load.ts';
import { copyRegister } from './testing/register.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cost-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A built package with as many entries as are asked for, `bird-0` always among them. */
function packageOf(count: number): Map<string, string> {
  const compiled = compile(loadContent(copyRegister()));
  const position = compiled.records.findIndex(({ id }) => id === 'heron');
  const ids = Array.from({ length: count }, (_, index) => `bird-${index}`);
  const many: Compiled = {
    ...compiled,
    records: ids.map((id) => ({ ...(compiled.records[position] as Messenger), id })),
    cards: ids.map((id) => ({ ...compiled.cards[position]!, id })),
    index: ids.map((id) => ({ ...compiled.index[position]!, id })),
  };
  return emit(many);
}

/** What a bundler makes of a module that imports from a package, in bytes. */
async function bundled(files: ReadonlyMap<string, string>, name: string, code: string) {
  const root = join(folder, name);
  for (const [path, text] of files) {
    if (!path.endsWith('.js')) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "sideEffects": false }');
  writeFileSync(join(root, 'app.js'), code);
  const build = await rolldown({ input: join(root, 'app.js'), cwd: root });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  expect(output).toHaveLength(1);
  return output[0].code.length;
}

describe('one entry of a package', () => {
  const counts = [1, 10, 1000];
  const packages = new Map(counts.map((count) => [count, packageOf(count)]));

  it.each([
    'messengers/bird-0.js',
    'messengers/bird-0.json',
    'cards/bird-0.js',
    'logos/bird-0.svg',
  ])('is the same %s, however many entries there are', (path) => {
    const texts = counts.map((count) => packages.get(count)!.get(path));
    expect(texts[0]).toMatch(/\S/);
    expect(new Set(texts).size).toBe(1);
  });

  it.each([
    ['its record', "export { default } from './messengers/bird-0.js';"],
    ['its card', "export { default } from './cards/bird-0.js';"],
    ['its record by name', "export { bird0 } from './index.js';"],
  ])('costs the bytes of one in a bundle: %s', async (_, code) => {
    const sizes: number[] = [];
    for (const count of counts)
      sizes.push(await bundled(packages.get(count)!, `of-${count}`, code));
    expect(sizes[0]).toBeGreaterThan(500);
    expect(new Set(sizes).size).toBe(1);
  });
});

describe('a build', () => {
  it('gives the same bytes for the same content', () => {
    const build = () => [...emit(compile(loadContent(copyRegister())))];
    expect(build()).toEqual(build());
  });
});
