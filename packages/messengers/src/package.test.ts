import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Each address that the package offers, with `*` filled in. */
const offered: string[] = Object.entries<string | { default: string }>(manifest.exports).flatMap(
  ([name, target]) => {
    const file = typeof target === 'string' ? target : target.default;
    if (!file.includes('*')) return [name];
    const [before, after] = file.split('*') as [string, string];
    return globSync(file, { cwd: root }).map((path) =>
      name.replace('*', `./${path}`.slice(before.length, -after.length)),
    );
  },
);
const address = (name: string): string => name.replace('.', '@sealmark/messengers');

describe('what the package offers', () => {
  it('is as designed', () => {
    const names = [
      '.',
      './all',
      './all.json',
      './changes.json',
      './criteria',
      './facts',
      './index.json',
      './package.json',
      './page',
      './schema.json',
    ];
    for (const id of ['briar', 'element', 'session', 'signal']) {
      names.push(
        `./cards/${id}`,
        `./cards/${id}.json`,
        `./messengers/${id}`,
        `./messengers/${id}.json`,
        `./logos/${id}.svg`,
      );
    }
    expect(
      offered.filter((name) => !/^\.\/(cards|messengers)\/.*\.json\.json$/.test(name)).sort(),
    ).toEqual(names.sort());
  });

  it.each(offered.filter((name) => !/\.(json|svg)$/.test(name)))(
    '%s can be imported',
    async (name) => {
      const module = await import(/* @vite-ignore */ address(name));
      expect(Object.keys(module).length).toBeGreaterThan(0);
      expect(
        existsSync(new URL(import.meta.resolve(address(name)).replace(/\.js$/, '.d.ts'))),
      ).toBe(true);
    },
  );

  it.each(offered.filter((name) => name.endsWith('.json')))('%s is JSON', (name) => {
    expect(
      JSON.parse(readFileSync(new URL(import.meta.resolve(address(name))), 'utf8')),
    ).toBeTypeOf('object');
  });

  it.each(offered.filter((name) => name.endsWith('.svg')))(
    '%s is a picture with a name',
    (name) => {
      expect(readFileSync(new URL(import.meta.resolve(address(name))), 'utf8')).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*>\n {2}<title id="title">[^<]+<\/title>/,
      );
    },
  );

  it('names the four messengers and which data it is', async () => {
    const { meta, ...records } = await import('@sealmark/messengers');
    expect(Object.keys(records).sort()).toEqual(['briar', 'element', 'session', 'signal']);
    for (const [id, record] of Object.entries(records)) expect(record.id).toBe(id);
    expect(meta.version).toBe(manifest.version);
  });

  it('takes its types from the schema alone, which brings no validator along', () => {
    for (const path of globSync('dist/**/*.d.ts', { cwd: root })) {
      for (const [, from] of readFileSync(join(root, path), 'utf8').matchAll(/ from '([^']+)'/g))
        expect(from, path).toMatch(/^(@sealmark\/schema|\.\/[\w/-]+\.js)$/);
    }
    const schema = readFileSync(new URL(import.meta.resolve('@sealmark/schema/package.json')));
    expect(JSON.parse(String(schema)).dependencies).toBeUndefined();
    expect(Object.keys(manifest.dependencies)).toEqual(['@sealmark/schema']);
  });

  it('needs no import attribute and no other package at run time', () => {
    for (const path of globSync('dist/**/*.js', { cwd: root })) {
      for (const [, from] of readFileSync(join(root, path), 'utf8').matchAll(
        /^(?:import \w+|export { .* }) from (.*);$/gm,
      )) {
        expect(from, path).toMatch(/^'\.\/[\w/-]+\.js'$/);
      }
    }
  });
});
