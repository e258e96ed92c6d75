import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContent, prerenderFiles, stylesheet } from './index.ts';
import { heron, options } from './testing/sample.ts';

const page =
  '<!doctype html>\r\n<title>é</title>\r\n<messenger-card name="heron"></messenger-card>\r\n';
let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const read = (...names: string[]) => readFileSync(at(...names), 'utf8');
const write = (name: string, text: string | Uint8Array) => {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prerender-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('prerenderFiles', () => {
  it('writes every page of a folder in place, and nothing that is up to date', async () => {
    write('site/index.html', page);
    write('site/deep/down.HTM', page);
    write('site/plain.html', '<p>é');
    write('site/note.txt', page);
    const first = await prerenderFiles([at('site')], options);
    expect(first.files.filter(({ changed }) => changed).map(({ file }) => file)).toEqual([
      at('site/deep/down.HTM'),
      at('site/index.html'),
    ]);
    expect(read('site/index.html')).toContain('<bdi>Heron</bdi>');
    expect(read('site/index.html').startsWith('<!doctype html>\r\n<title>é</title>')).toBe(true);
    expect(read('site/note.txt')).toBe(page);
    const second = await prerenderFiles([at('site')], options);
    expect(second.files.some(({ changed }) => changed)).toBe(false);
  });

  it('writes elsewhere where it is told to', async () => {
    write('site/deep/page.html', page);
    await prerenderFiles([at('site')], { ...options, out: at('out') });
    expect(read('site/deep/page.html')).toBe(page);
    expect(read('out/deep/page.html')).toContain('<bdi>Heron</bdi>');
  });

  it('keeps a byte order mark, and leaves what is not UTF-8 alone', async () => {
    write('mark.html', `\uFEFF${page}`);
    write('old.html', Buffer.from(page, 'latin1'));
    const { warnings } = await prerenderFiles([at('mark.html'), at('old.html')], options);
    expect(read('mark.html').startsWith('\uFEFF<!doctype html>')).toBe(true);
    expect(read('mark.html')).toContain('<title>é</title>\r\n<link');
    expect(readFileSync(at('old.html'))).toEqual(Buffer.from(page, 'latin1'));
    expect(warnings).toMatchObject([{ file: at('old.html'), message: 'The file is not UTF-8.' }]);
  });

  it('reads src from the folder, and from nowhere else', async () => {
    write('secret.json', JSON.stringify(heron));
    write('site/data/heron.json', JSON.stringify(heron));
    write('site/a/page.html', '<messenger-card src="/data/heron.json?v=1"></messenger-card>');
    write('site/b/page.html', '<messenger-card src="../data/heron.json"></messenger-card>');
    write('site/c/page.html', '<messenger-card src="../../secret.json"></messenger-card>');
    write('site/d/page.html', '<messenger-card src="//x.example/heron.json"></messenger-card>');
    write('site/e/page.html', '<messenger-card src="missing.json"></messenger-card>');
    const { warnings } = await prerenderFiles([at('site')], options);
    expect(read('site/a/page.html')).toContain('<bdi>Heron</bdi>');
    expect(read('site/b/page.html')).toContain('<bdi>Heron</bdi>');
    expect(warnings.map(({ file }) => file)).toEqual([
      at('site/c/page.html'),
      at('site/d/page.html'),
      at('site/e/page.html'),
    ]);
  });
});

describe('openContent', () => {
  it('finds cards in a folder, JSON before modules', async () => {
    write('content/cards/heron.json', JSON.stringify(heron));
    write('content/cards/heron.js', 'throw new Error("executed")');
    write('content/cards/wren.js', `export default ${JSON.stringify({ ...heron, id: 'wren' })}`);
    const content = openContent('content', folder);
    expect(content.names).toEqual(['heron', 'wren']);
    expect(await content.card('heron')).toEqual(heron);
    expect(await content.card('wren')).toMatchObject({ id: 'wren' });
    expect(await content.card('../../secret')).toBeUndefined();
  });

  it('finds cards in a package', async () => {
    write('package.json', '{}');
    write(
      'node_modules/@x/cards/package.json',
      JSON.stringify({
        name: '@x/cards',
        exports: { './index.json': './i.json', './cards/*.json': './c/*.json' },
      }),
    );
    write('node_modules/@x/cards/i.json', '[{"id":"heron"}]');
    write('node_modules/@x/cards/c/heron.json', JSON.stringify(heron));
    const content = openContent('@x/cards', folder);
    expect(content.names).toEqual(['heron']);
    expect(await content.card('heron')).toEqual(heron);
    expect(await content.card('wren')).toBeUndefined();
  });

  it('opens the package of this repository', async () => {
    const content = openContent('@sealmark/messengers', import.meta.dirname);
    expect(content.names).toContain('signal');
    expect(await content.card('signal')).toMatchObject({ kind: 'messenger', name: 'Signal' });
  });

  it('says what it did not find', () => {
    expect(() => openContent('nowhere', folder)).toThrow(
      'neither a folder with cards nor an installed package',
    );
  });
});

describe('sealmark-prerender', () => {
  const bin = join(import.meta.dirname, '..', 'bin', 'sealmark-prerender.js');
  async function run(...args: string[]) {
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [bin, ...args], {
        cwd: folder,
      });
      return { code: 0, stdout, stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    }
  }
  const usual = ['--content', 'content'];
  const css = stylesheet().name;

  beforeEach(() => write('content/cards/heron.json', JSON.stringify(heron)));

  it('writes pages and the stylesheet, and says what policy they need', async () => {
    write('site/index.html', page);
    const { code, stdout } = await run('site', ...usual, '--assets', 'assets', '--base', '/cards');
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      '1 read, 2 written, 0 left as they are',
      `Stylesheet: ${join('site', 'assets', css)}`,
      "A policy that is enough for the cards: default-src 'none'; style-src 'self'",
      '',
    ]);
    expect(read('site/index.html')).toContain(
      `<link rel="stylesheet" href="/cards/assets/${css}"><article`,
    );
    expect(read('site/assets', css)).toBe(stylesheet().text);
    const again = await run('site', ...usual, '--assets', 'assets', '--base', '/cards');
    expect(again.stdout).toContain('1 read, 0 written');
  });

  it('names the host of a policy where the stylesheet is elsewhere', async () => {
    write('site/index.html', page);
    const { stdout } = await run('site', ...usual, '--base', 'https://cdn.example/x/');
    expect(stdout).toContain("default-src 'none'; style-src https://cdn.example\n");
    expect(read('site/index.html')).toContain(`href="https://cdn.example/x/${css}"`);
  });

  it('checks without writing', async () => {
    write('site/index.html', page);
    const before = await run('site', ...usual, '--check');
    expect(before.code).toBe(1);
    expect(before.stderr).toBe(
      [join('site', 'index.html'), join('site', css)]
        .map((file) => `${file} is not up to date.\n`)
        .join(''),
    );
    expect(read('site/index.html')).toBe(page);
    await run('site', ...usual);
    expect((await run('site', ...usual, '--check')).code).toBe(0);
    rmSync(at('site', css));
    expect((await run('site', ...usual, '--check')).code).toBe(1);
  });

  it('names the place of a mistake, in words and as JSON', async () => {
    write(
      'index.html',
      '<!-- <messenger-card> -->\n <messenger-card name="herno"></messenger-card>',
    );
    const words = await run('index.html', ...usual);
    expect(words.code).toBe(1);
    expect(words.stderr).toBe(
      'index.html:1:6: <messenger-card> It stands in a comment, and is left as it is.\n' +
        'index.html:2:2: <messenger-card> There is no entry “herno”. Did you mean “heron”?\n',
    );
    expect(words.stdout).toContain('1 read, 0 written, 1 left as they are');
    const json = JSON.parse((await run('index.html', ...usual, '--json')).stdout);
    expect(json.warnings).toMatchObject([
      { inert: true },
      { file: 'index.html', line: 2, column: 2 },
    ]);
  });

  it('explains itself, and tells a wrong call from a mistake in a page', async () => {
    const help = await run('--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Exit codes:');
    expect((await run('site')).code).toBe(2);
    expect(await run('missing', ...usual)).toMatchObject({ code: 2 });
    expect((await run('index.html', '--content', 'nowhere')).code).toBe(2);
  });
});
