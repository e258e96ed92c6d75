import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildContent } from './build.ts';
import { FolderError } from './folders.ts';
import { copyRegister, edit } from './testing/register.ts';

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map((entry) => [
      relative(folder, join(entry.parentPath, entry.name)),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

function build(root = copyRegister()) {
  const result = buildContent(root);
  expect(result.problems).toEqual([]);
  return { root, dist: join(root, 'dist'), result, files: filesOf(join(root, 'dist')) };
}

/** What a module exports, as Node sees it. */
const load = (dist: string, path: string): Promise<any> =>
  import(/* @vite-ignore */ pathToFileURL(join(dist, path)).href);

describe('a built package', () => {
  it('has a module, types, JSON, a card and a logo for each entry, whatever its kind', () => {
    const { files } = build();
    for (const id of ['heron', 'wren', 'egret', 'new-magpie']) {
      for (const folder of ['messengers', 'cards']) {
        for (const ending of ['js', 'd.ts', 'json'])
          expect(files).toHaveProperty([`${folder}/${id}.${ending}`]);
      }
      expect(files[`logos/${id}.svg`]).toMatch(/^<svg /);
    }
    expect(
      Object.keys(files)
        .filter((name) => !name.includes('/'))
        .sort(),
    ).toEqual([
      'all.d.ts',
      'all.js',
      'all.json',
      'changes.json',
      'criteria.d.ts',
      'criteria.js',
      'facts.d.ts',
      'facts.js',
      'index.d.ts',
      'index.js',
      'index.json',
      'page.d.ts',
      'page.js',
      'schema.json',
    ]);
  });

  it('exports each entry by a name, and which data it is', async () => {
    const { dist } = build();
    const { meta, ...entries } = await load(dist, 'index.js');
    expect(Object.keys(entries).sort()).toEqual(['egret', 'heron', 'newMagpie', 'wren']);
    expect(entries.newMagpie).toMatchObject({ id: 'new-magpie', kind: 'removed' });
    expect(meta).toEqual({
      version: '1.2.0',
      schemaVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('says the same in modules and in JSON', async () => {
    const { dist, files } = build();
    for (const path of [
      'messengers/heron',
      'cards/heron',
      'messengers/egret',
      'cards/new-magpie',
      'all',
    ]) {
      expect((await load(dist, `${path}.js`)).default).toEqual(JSON.parse(files[`${path}.json`]!));
    }
  });

  it('lists all entries lightly', () => {
    const { files } = build();
    expect(JSON.parse(files['index.json']!)).toEqual([
      { id: 'egret', kind: 'moved', name: 'Egret', to: 'heron' },
      {
        id: 'heron',
        kind: 'messenger',
        name: 'Heron',
        group: 'large',
        platforms: ['android', 'linux'],
      },
      { id: 'new-magpie', kind: 'removed', name: 'Magpie' },
      { id: 'wren', kind: 'messenger', name: 'Wren & Co', group: 'small', platforms: [] },
    ]);
  });

  it('has vocabularies, criteria with verdicts and the page', async () => {
    const { dist } = build();
    const facts = await load(dist, 'facts.js');
    expect(Object.keys(facts).sort()).toEqual([
      'auditKinds',
      'auditParts',
      'facts',
      'guides',
      'linkRoles',
      'platforms',
      'sourceKinds',
      'stores',
    ]);
    const { criteria } = await load(dist, 'criteria.js');
    expect(criteria[0]).toMatchObject({
      id: 'private',
      verdicts: {
        heron: { verdict: 'met', paths: ['/claims/encrypted'] },
        wren: { verdict: 'not-met' },
      },
    });
    expect((await load(dist, 'page.js')).default).toMatchObject({
      id: 'birds',
      intro: [{ type: 'paragraph' }],
      sections: [{ entries: ['heron'] }, { entries: ['wren'] }],
    });
  });

  it('draws logos from the paths, or the initial, with names that cannot break out', () => {
    const root = copyRegister();
    edit(root, 'content/messengers/heron.yaml', 'alt: Heron logo', "alt: 'Heron <script>\"&'");
    const { files } = build(root);
    expect(files['logos/heron.svg']).toContain(
      '<title id="title">Heron &lt;script&gt;&quot;&amp;</title>\n  <path fill="#123456" d="M0 0h24v24H0z"/>',
    );
    expect(files['logos/wren.svg']).toMatch(
      /<title id="title">The letter W<\/title>[^]*>W<\/text>/,
    );
    expect(files['logos/egret.svg']).toBe(files['logos/heron.svg']);
  });

  it('compiles with its types, under the strictest settings', () => {
    const { root } = build();
    const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');
    mkdirSync(join(root, 'node_modules/@sealmark'), { recursive: true });
    const schema = join(import.meta.dirname, '../../schema');
    writeFileSync(
      join(root, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          module: 'NodeNext',
          types: [],
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          paths: { '@sealmark/schema': [join(schema, 'dist/index.d.ts')] },
        },
        files: ['use.ts'],
      }),
    );
    writeFileSync(
      join(root, 'use.ts'),
      [
        "import { heron, newMagpie, meta, type Messenger } from './dist/index.js';",
        "import egret from './dist/messengers/egret.js';",
        "import card from './dist/cards/heron.js';",
        "import all from './dist/all.js';",
        "import { facts, linkRoles } from './dist/facts.js';",
        "import { criteria } from './dist/criteria.js';",
        "import page from './dist/page.js';",
        'const record: Messenger = heron;',
        "export const kinds: ['messenger', 'removed', 'moved', 'messenger'] = [record.kind, newMagpie.kind, egret.kind, card.kind];",
        'export const words: string[] = [meta.version, facts[0]!.why, linkRoles[0]!.label, criteria[0]!.verdicts.heron!.verdict, page.title, all[0]!.id];',
        '// @ts-expect-error A claim may be missing.',
        'export const value = record.claims.encrypted.value;',
      ].join('\n'),
    );
    expect(
      execFileSync(tsc, ['-p', root], { encoding: 'utf8', shell: process.platform === 'win32' }),
    ).toBe('');
  });
});

describe('building', () => {
  it('gives the same bytes for the same content', () => {
    expect(build().files).toEqual(build().files);
  });

  it('leaves what has not changed untouched', () => {
    const { root, dist } = build();
    const before = statSync(join(dist, 'cards/heron.js')).mtimeMs;
    expect(buildContent(root)).toMatchObject({ written: 0, removed: 0 });
    expect(statSync(join(dist, 'cards/heron.js')).mtimeMs).toBe(before);
  });

  it('takes away what an earlier build left, and nothing else', () => {
    const { root, dist } = build();
    writeFileSync(join(dist, 'notes.txt'), 'mine');
    rmSync(join(root, 'content/messengers/egret.yaml'));
    expect(buildContent(root)).toMatchObject({ problems: [], removed: 7 });
    const files = filesOf(dist);
    expect(Object.keys(files).filter((name) => name.includes('egret'))).toEqual([]);
    expect(files['index.js']).not.toContain('egret');
    expect(files['notes.txt']).toBe('mine');
  });

  it('writes nothing when something is wrong', () => {
    const root = copyRegister();
    edit(root, 'content/messengers/heron.yaml', 'platform: linux', 'platform: linus');
    expect(buildContent(root).problems).toHaveLength(1);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it.each(['.', 'content', 'content/messengers', '..'])(
    'does not write into %s, where the sources are',
    (out) => {
      const root = copyRegister();
      expect(() => buildContent(root, { out })).toThrow(FolderError);
      expect(existsSync(join(root, 'content/messengers/heron.yaml'))).toBe(true);
    },
  );

  it('finds no content in an empty folder', () => {
    expect(() => buildContent(import.meta.dirname)).toThrow(FolderError);
  });

  it('does not build a package in which nothing is written yet', () => {
    const root = copyRegister();
    rmSync(join(root, 'content'), { recursive: true });
    mkdirSync(join(root, 'content/guides'), { recursive: true });
    expect(() => buildContent(root)).toThrow(/There is nothing to build in .*content; write/);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it.each(['1.0.0', ''])('has no release "%s" of guides', (release) => {
    const root = copyRegister();
    rmSync(join(root, 'content/messengers'), { recursive: true });
    mkdirSync(join(root, 'content/guides'), { recursive: true });
    writeFileSync(join(root, 'content/guides/first-steps.yaml'), 'title: First steps\n');
    expect(() => buildContent(root, { release })).toThrow('Guides have no release files');
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it.each([
    ['1.0.0', 'There is no release 1.0.0; there are: none.'],
    ['', "There is no release ''; there are: none."],
  ])('finds no release "%s" where none is kept', (release, message) => {
    const root = copyRegister();
    expect(() => buildContent(root, { release })).toThrow(new FolderError(message));
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it.each([
    ['"../../escaped"', '"../../escaped"'],
    ['{ "a": 1 }', '"{"a":1}"'],
    ['"1.2"', '"1.2"'],
    ['"v1.2.0"', '"v1.2.0"'],
    ['1', '"1"'],
  ])('has a version, and no %s', (version, shown) => {
    const root = copyRegister();
    edit(root, 'package.json', '"1.2.0"', version);
    expect(buildContent(root).problems).toMatchObject([
      { file: 'package.json', message: `${shown} is not a version; write one such as 1.2.0` },
    ]);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it('tells how far it is, down to the last file', () => {
    const told = new Map<string, number>();
    buildContent(copyRegister(), {}, (what, _, of) => void told.set(what, of));
    expect([...told]).toEqual([
      ['read', 4],
      ['checked', 14],
      ['files written', 42],
    ]);
  });

  it('builds three hundred entries', () => {
    const root = copyRegister();
    const wren = readFileSync(join(root, 'content/messengers/wren.yaml'), 'utf8');
    const ids = Array.from({ length: 300 }, (_, index) => `bird-${index}`);
    for (const id of ids)
      writeFileSync(
        join(root, `content/messengers/${id}.yaml`),
        wren.replace('Wren & Co', id).replaceAll('wren.example', `${id}.example`),
      );
    edit(root, 'content/page.yaml', 'entries: [wren]', `entries: [wren, ${ids.join(', ')}]`);
    const { files } = build(root);
    expect(JSON.parse(files['index.json']!)).toHaveLength(304);
    expect(JSON.parse(files['cards/bird-299.json']!)).toMatchObject({ name: 'bird-299' });
    expect(files['index.js']).toContain(
      "export { default as bird299 } from './messengers/bird-299.js';",
    );
  });
});

describe('names in code', () => {
  it.each([
    ['2fa', '_2fa'],
    ['new', 'new_'],
    ['meta', 'meta_'],
    ['session-desktop', 'sessionDesktop'],
  ])('%s is exported as %s', async (id, name) => {
    const root = copyRegister();
    const moved = readFileSync(join(root, 'content/messengers/egret.yaml'), 'utf8');
    writeFileSync(join(root, `content/messengers/${id}.yaml`), moved);
    const { dist } = build(root);
    expect((await load(dist, 'index.js'))[name]).toMatchObject({ id });
    expect((await load(dist, 'all.js')).default).toHaveLength(5);
  });

  it('two ids that give the same name are refused', () => {
    const root = copyRegister();
    const moved = readFileSync(join(root, 'content/messengers/egret.yaml'), 'utf8');
    for (const id of ['a-1', 'a1'])
      writeFileSync(join(root, `content/messengers/${id}.yaml`), moved);
    expect(buildContent(root).problems).toMatchObject([
      { message: 'the id "a1" gives the same name in code as "a-1" (a1); choose another' },
    ]);
  });
});
