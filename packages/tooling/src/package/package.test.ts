import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemsOfBundles } from './bundled.ts';
import { type Contents, contentsOf, problemsOfContents } from './contents.ts';
import { problemsOfFields } from './fields.ts';
import { type Manifest, readManifest } from './manifest.ts';

const source = {
  type: 'git',
  url: 'git+https://github.com/sealmark/sealmark.git',
  directory: 'packages/sample',
};
const whole = {
  name: '@sealmark/sample',
  version: '1.0.0',
  description: 'A sample.',
  keywords: ['one', 'two', 'three'],
  license: 'MIT',
  type: 'module',
  repository: source,
  bugs: 'https://example.org/issues',
  homepage: 'https://example.org/',
  engines: { node: '>=20' },
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  sideEffects: false,
  files: ['dist', '!dist/**/*.test.*'],
  dependencies: { lit: '^3.0.0' },
  sealmark: { tarball: 2000 },
};

const files: Record<string, string> = {
  'README.md': '# Sample\n',
  LICENSE: 'MIT License\n',
  'dist/index.js':
    "import 'lit/html.js';\nexport * from './more.js';\n//# sourceMappingURL=index.js.map\n",
  'src/index.ts': '',
  'dist/index.js.map': '{"version":3,"sources":["../src/index.ts"],"sourcesContent":[""]}',
  'dist/index.d.ts': "export * from './more.ts';\n",
  'dist/more.js': 'export const more = 1;\n',
  'dist/more.d.ts': 'export declare const more = 1;\n',
  'dist/more.test.js': "import 'vitest';\n",
};

describe('a package that is to be published', () => {
  let root: string;
  /** What npm packs of the whole package. */
  let contents: Contents;

  const make = (): void => {
    root = join(mkdtempSync(join(tmpdir(), 'sealmark-')), 'packages', 'sample');
    write(files);
  };
  const remove = (): void => rmSync(join(root, '../..'), { recursive: true });
  const write = (more: Record<string, string>): void => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  const pack = (manifest: object = {}): Contents => {
    write({ 'package.json': JSON.stringify({ ...whole, ...manifest }) });
    return contentsOf(root);
  };
  const problems = (manifest: object = {}, packed = contents): string[] => {
    write({ 'package.json': JSON.stringify({ ...whole, ...manifest }) });
    return problemsOfContents(root, readManifest(root), packed);
  };
  /** The problems of the package with something changed in it that changes what npm packs. */
  const problemsAfter = (change: () => void, manifest: object = {}): string[] => {
    make();
    change();
    const found = problems(manifest, pack(manifest));
    remove();
    return found;
  };

  beforeAll(() => {
    make();
    contents = pack();
    remove();
  });
  beforeEach(make);
  afterEach(remove);

  it('passes when all is in it', () => {
    expect(contents.files).toContain('dist/index.js');
    expect(problems()).toEqual([]);
    expect(problemsOfFields('/a/packages/sample', whole as Manifest)).toEqual([]);
  });

  it('may name the very version of ours that it is a trial with', () => {
    const dependencies = { '@sealmark/a': '1.0.1-next-20261128171348' };
    expect(problemsOfFields('/a/packages/sample', { ...whole, dependencies } as Manifest)).toEqual(
      [],
    );
  });

  describe('is told that it forgets', () => {
    const forgotten = [
      ['an entry point', 'dist/index.d.ts', '"exports" . names ./dist/index.d.ts'],
      ['a module', 'dist/more.js', 'dist/index.js imports ./more.js, which is not packed'],
      ['a source map', 'dist/index.js.map', 'names its source map index.js.map, which is not'],
      ['the README', 'README.md', 'there is no README.md'],
      ['the license', 'LICENSE', 'there is no LICENSE'],
    ] as const;
    let found: string[];

    beforeAll(() => {
      found = problemsAfter(() => {
        for (const [, file] of forgotten) rmSync(join(root, file));
      });
    });

    it.each(forgotten)('%s', (_name, _file, problem) => {
      expect(found).toContainEqual(expect.stringContaining(problem));
    });
  });

  describe('is told that it packs', () => {
    const unwanted = [
      ['a test', 'dist/a.test.js', 'a test or a story'],
      ['a helper of tests', 'dist/testing/a.js', 'a helper of tests'],
      ['configuration', 'dist/tsconfig.json', 'configuration'],
      ['what the compiler notes', 'dist/tsconfig.tsbuildinfo', 'a note of the compiler'],
    ] as const;
    let found: string[];

    beforeAll(() => {
      const change = () => write(Object.fromEntries(unwanted.map(([, file]) => [file, '{}'])));
      found = problemsAfter(change, { files: ['dist'] });
    });

    it.each(unwanted)('%s', (_name, file, problem) => {
      expect(found).toContainEqual(expect.stringContaining(`${file} is packed, and is ${problem}`));
    });
  });

  it.each([
    [{ types: './dist/cards/*.d.ts', default: './dist/cards/*.js' }, './dist/cards/b.d.ts'],
    [{ types: './dist/cards/*.d.ts', default: './dist/notes/*.js' }, './dist/notes/a.js'],
    ['./dist/notes/*.js', './dist/notes/*.js'],
  ])('is told what a pattern has under one condition and not under another: %j', (target, path) => {
    const packed = ['a.js', 'a.d.ts', 'b.js'].map((name) => `dist/cards/${name}`);
    write(Object.fromEntries(packed.map((file) => [file, ''])));
    const exports = { ...whole.exports, './cards/*': target };
    const more = { ...contents, files: [...contents.files, ...packed] };
    expect(problems({ exports }, more)).toEqual([
      `"exports" ./cards/* names ${path}, which is not packed`,
    ]);
  });

  describe('takes in a package of ours', () => {
    const made = '@sealmark/made';
    it.each([
      ['a build script imports it', 'scripts/build.ts', `import { a } from '${made}';`],
      [
        'a build script resolves it',
        'scripts/a.ts',
        `import.meta.resolve(\`${made}/\${a}.json\`);`,
      ],
      ['a source loads it', 'src/a.ts', `export const a = () => import('${made}/b.js');`],
      ['a source gives it on', 'src/a.ts', `export * from '${made}';`],
    ])('where %s, and is told to name it', (_name, file, text) => {
      write({ [file]: text });
      const told = `${file} takes ${made} in, and "sealmark.bundles" does not name it`;
      expect(problemsOfBundles(root, whole as Manifest)).toEqual([told]);
      const named = { ...whole, sealmark: { bundles: [made] } };
      expect(problemsOfBundles(root, named as Manifest)).toEqual([]);
      const needed = { ...whole, dependencies: { [made]: '^1.0.0' } };
      expect(problemsOfBundles(root, needed as Manifest)).toEqual([]);
    });

    it.each([
      ['as a type', 'src/a.ts', `import type { A } from '${made}';`],
      ['as one type of several', 'src/a.ts', `import { type A, type B } from '${made}';`],
      ['in a test', 'src/a.test.ts', `import '${made}';`],
    ])('not where it is used %s', (_name, file, text) => {
      write({ [file]: text });
      expect(problemsOfBundles(root, whole as Manifest)).toEqual([]);
    });
  });

  it('is told what is compiled and has no source map', () => {
    write({ 'src/more.ts': '' });
    expect(problems()).toEqual(['dist/more.js is compiled from src/more.ts and has no source map']);
  });

  it.each(['UNLICENSED', 'CC0-1.0'])('is told that %s is not what LICENSE says', (license) => {
    expect(problems({ license })).toEqual([
      `"license" is ${license}, and LICENSE begins with "MIT License"`,
    ]);
  });

  it.each([
    ['none', false, ['./dist/define.js', './dist/provide.js']],
    ['one', ['./dist/define.js'], ['./dist/provide.js']],
    ['both', ['./dist/define.js', './dist/provide.js'], []],
    ['everything', true, []],
  ])(
    'is told what bundlers would drop where "sideEffects" names %s',
    (_name, sideEffects, dropped) => {
      write({ 'dist/define.js': '', 'dist/provide.js': '' });
      const customElements = 'dist/custom-elements.json';
      expect(problemsOfFields(root, { ...whole, customElements, sideEffects } as Manifest)).toEqual(
        dropped.map((file) => `"sideEffects" does not name ${file}: bundlers would drop it`),
      );
    },
  );

  it('is told what it imports without saying so', () => {
    expect(problems({ dependencies: {} })).toEqual([
      'dist/index.js imports lit, which package.json does not name',
    ]);
  });

  it('is told where a source map leads nowhere', () => {
    write({ 'dist/index.js.map': '{"version":3,"sources":["../src/index.ts"]}' });
    expect(problems()).toEqual(['dist/index.js.map leads to ../src/index.ts, which is not packed']);
  });

  it('is told what an earlier build left behind', () => {
    rmSync(join(root, 'src/index.ts'));
    expect(problems()).toEqual([expect.stringMatching(/^dist\/index.js is left from an earlier/)]);
  });

  it('is told how much too large it is', () => {
    expect(problems({ sealmark: { tarball: 10 } })).toEqual([
      expect.stringMatching(/^the tarball takes \d+ bytes, \d+ more than it may$/),
    ]);
  });

  it.each([
    ['no keywords', { keywords: ['one'] }, 'fewer than three'],
    ['no engine', { engines: {} }, 'which "node"'],
    ['a script that runs on install', { scripts: { postinstall: 'x' } }, 'postinstall'],
    ['an old name of such a script', { scripts: { prepublish: 'x' } }, 'prepublish'],
    ['another folder', { repository: { ...source, directory: 'packages/b' } }, 'not this folder'],
    [
      'another repository',
      { repository: { ...source, url: 'git+https://a.example/b.git' } },
      'url',
    ],
    ['an exact version of ours', { dependencies: { '@sealmark/a': '1.0.0' } }, 'write ^'],
    ['no word on side effects', { sideEffects: undefined }, '"sideEffects"'],
  ])('is refused with %s', (_name, fields, problem) => {
    expect(problemsOfFields('/a/packages/sample', { ...whole, ...fields } as Manifest)).toEqual([
      expect.stringContaining(problem),
    ]);
  });
});
