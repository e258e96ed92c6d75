import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildContent } from './build.ts';
import { fixFiles } from './fix.ts';
import { FolderError } from './folders.ts';
import { loadContent } from './load.ts';
import { sealmark } from './testing/command.ts';
import { copyRegister, edit, messages } from './testing/register.ts';
import type { Context } from './rules/rule.ts';
import { validate } from './validate.ts';
import { writeFile } from './write.ts';

const HERON = 'content/messengers/heron.yaml';
let outside: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
});

afterEach(() => rmSync(outside, { recursive: true }));

describe('links out of the package', () => {
  const refused =
    'a link leads out of the package here; put the file itself in its place, so that the package is whole';

  it.each([
    [HERON],
    ['content/vocabularies/stores.yaml'],
    ['content/page.yaml'],
    ['content/vocabularies'],
    ['package.json'],
  ])('are refused: %s', (path) => {
    const root = copyRegister();
    cpSync(join(root, path), join(outside, 'target'), { recursive: true });
    rmSync(join(root, path), { recursive: true });
    symlinkSync(join(outside, 'target'), join(root, path));
    expect(messages(root)).toContain(`${path}:1:1 ${refused}`);
  });

  it.each(['content/page.yaml', 'content/exceptions.yaml', 'content/messengers/robin.yaml'])(
    'and those to nothing: %s',
    (path) => {
      const root = copyRegister();
      rmSync(join(root, path), { force: true });
      symlinkSync('nowhere', join(root, path));
      expect(messages(root)).toContain(
        `${path}:1:1 a link leads to nothing here; put the file itself in its place`,
      );
    },
  );

  it('are refused for what is remembered of addresses', async () => {
    const root = copyRegister();
    const file = join(outside, 'links.json');
    writeFileSync(file, '{"format":"sealmark-links-1","addresses":{}}');
    symlinkSync(file, join(root, 'links.json'));
    const { status, stderr } = await sealmark(root, 'check');
    expect(status).toBe(2);
    expect(stderr).toContain('links.json is a link that leads out of its folder');
  });

  it('are no concern where they stay in the package', () => {
    const root = copyRegister();
    cpSync(join(root, 'content/page.yaml'), join(root, 'shared.yaml'));
    rmSync(join(root, 'content/page.yaml'));
    symlinkSync('../shared.yaml', join(root, 'content/page.yaml'));
    expect(messages(root)).toEqual([]);
  });

  it.each(['dist', 'dist/cards', 'dist/index.js'])('are not written through: %s', (path) => {
    const root = copyRegister();
    writeFileSync(join(outside, 'heron.js'), 'mine');
    mkdirSync(join(root, path, '..'), { recursive: true });
    symlinkSync(path.endsWith('.js') ? join(outside, 'heron.js') : outside, join(root, path));
    expect(() => buildContent(root)).toThrow(/is a link; delete it/);
    expect(readFileSync(join(outside, 'heron.js'), 'utf8')).toBe('mine');
    expect(readdirSync(outside)).toEqual(['heron.js']);
  });
});

describe('files of somebody else', () => {
  it.each(['index.js', 'index.json', 'cards/heron.json'])('are not written over: %s', (path) => {
    const root = copyRegister();
    const file = join(root, 'dist', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '{"mine": true}');
    expect(() => buildContent(root)).toThrow(FolderError);
    expect(readFileSync(file, 'utf8')).toBe('{"mine": true}');
    expect(readdirSync(join(root, 'dist'), { recursive: true }).length).toBe(
      path.split('/').length,
    );
  });

  it.each(['[1]', '[]', '[{ "id": "heron" }]', '[{ "id": 1, "kind": "moved", "name": "Heron" }]'])(
    'are not taken for a build because of a list: %s',
    (list) => {
      const root = copyRegister();
      mkdirSync(join(root, 'lib'));
      writeFileSync(join(root, 'lib/index.json'), list);
      writeFileSync(join(root, 'lib/index.js'), 'mine');
      expect(() => buildContent(root, { out: 'lib' })).toThrow(
        /lib\/index\.json is not of sealmark's making/,
      );
      expect(readFileSync(join(root, 'lib/index.js'), 'utf8')).toBe('mine');
      expect(readdirSync(join(root, 'lib')).sort()).toEqual(['index.js', 'index.json']);
    },
  );

  it.each(['../../package', '../../../victim'])(
    'are not removed because a list names them: %s',
    (id) => {
      const root = join(outside, 'package');
      cpSync(copyRegister(), root, { recursive: true });
      writeFileSync(join(outside, 'victim.json'), 'mine');
      mkdirSync(join(root, 'dist/messengers'), { recursive: true });
      writeFileSync(
        join(root, 'dist/index.json'),
        JSON.stringify([{ id, kind: 'removed', name: 'Robin' }]),
      );
      expect(() => buildContent(root)).toThrow(FolderError);
      expect(existsSync(join(root, 'package.json'))).toBe(true);
      expect(existsSync(join(outside, 'victim.json'))).toBe(true);
    },
  );

  it.each([
    ['a file for a folder', 'dist'],
    ['a file for a folder in it', 'dist/cards'],
    ['a folder for a file', 'dist/index.js/mine'],
    ['a folder for the list', 'dist/index.json/mine'],
  ])('stop a build before it writes: %s', (_, path) => {
    const root = copyRegister();
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), 'mine');
    const before = readdirSync(root, { recursive: true });
    expect(() => buildContent(root)).toThrow(/is not of sealmark's making/);
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });

  it('stay beside what is built, whatever they are called', () => {
    const root = copyRegister();
    buildContent(root);
    const mine = ['cards/mine.json', 'messengers/mine.js', 'logos/mine.svg', 'mine.js'];
    for (const path of mine) writeFileSync(join(root, 'dist', path), 'mine');
    rmSync(join(root, 'content/messengers/egret.yaml'));
    expect(buildContent(root)).toMatchObject({ removed: 7 });
    for (const path of mine) expect(readFileSync(join(root, 'dist', path), 'utf8')).toBe('mine');
  });

  it('are not touched by a fix', () => {
    const root = copyRegister();
    edit(
      root,
      HERON,
      'url: https://shop.example/heron',
      'url: "https://shop.example/heron?utm_source=x#a"',
    );
    writeFileSync(join(root, 'content/notes.txt'), 'https://x.example/?utm_source=x');
    const before = readFileSync(join(root, HERON), 'utf8');
    const content = loadContent(root);
    expect(fixFiles(content, validate(content))).toHaveLength(1);
    expect(readFileSync(join(root, HERON), 'utf8')).toBe(before.replace('?utm_source=x', ''));
    expect(readFileSync(join(root, 'content/notes.txt'), 'utf8')).toContain('utm_source');
    expect(messages(root)).toEqual([]);
  });
});

describe('a file that is written again', () => {
  const wrong = (root: string) =>
    edit(root, HERON, 'url: https://shop.example/heron', 'url: https://shop.example/heron?gclid=x');

  it('stays where a link in the package leads, and so does the link', async () => {
    const root = copyRegister();
    wrong(root);
    for (const path of [HERON, 'content/page.yaml']) {
      const shared = join(root, 'shared', path);
      cpSync(join(root, path), shared);
      rmSync(join(root, path));
      symlinkSync(shared, join(root, path));
    }
    expect((await sealmark(root, 'check', '--fix')).status).toBe(0);
    expect((await sealmark(root, 'new', 'robin')).status).toBe(0);
    expect(readFileSync(join(root, 'shared', HERON), 'utf8')).not.toContain('gclid');
    expect(readFileSync(join(root, 'shared/content/page.yaml'), 'utf8')).toContain('robin');
    for (const path of [HERON, 'content/page.yaml'])
      expect(lstatSync(join(root, path)).isSymbolicLink()).toBe(true);
  });

  it.each([0o600, 0o664, 0o755])('keeps who may read and write it: %o', async (mode) => {
    const root = copyRegister();
    wrong(root);
    chmodSync(join(root, HERON), mode);
    expect((await sealmark(root, 'check', '--fix')).stdout).toContain('fixed: ');
    expect(statSync(join(root, HERON)).mode & 0o777).toBe(mode);
  });

  it('keeps the mark of its encoding', async () => {
    const root = copyRegister();
    wrong(root);
    for (const path of [HERON, 'content/page.yaml']) edit(root, path, /^/, '\uFEFF');
    expect((await sealmark(root, 'check', '--fix')).stdout).toContain('fixed: ');
    expect((await sealmark(root, 'new', 'robin')).status).toBe(0);
    for (const path of [HERON, 'content/page.yaml'])
      expect(readFileSync(join(root, path), 'utf8')).toMatch(/^\uFEFF[^\uFEFF]/);
  });
});

describe('a write that is interrupted', () => {
  it('leaves the old file whole', () => {
    const file = join(outside, 'file.json');
    writeFileSync(file, 'old');
    // Nothing can be put in the place of a folder: the rename fails as late as can be.
    mkdirSync(join(outside, 'folder/full'), { recursive: true });
    expect(() => writeFile(join(outside, 'folder'), 'new')).toThrow();
    expect(readdirSync(outside).sort()).toEqual(['file.json', 'folder']);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  it('leaves every file old or new when the command is killed, and the next build mends it', async () => {
    const root = copyRegister();
    for (let index = 0; index < 200; index += 1)
      cpSync(
        join(root, 'content/messengers/egret.yaml'),
        join(root, `content/messengers/e-${index}.yaml`),
      );
    const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), 'build'], {
      cwd: root,
    });
    while (!existsSync(join(root, 'dist/cards/e-1.json')))
      await new Promise((done) => setTimeout(done, 1));
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (const path of readdirSync(join(root, 'dist'), { recursive: true }) as string[])
      if (path.endsWith('.json') && !path.startsWith('.'))
        expect(() => JSON.parse(readFileSync(join(root, 'dist', path), 'utf8'))).not.toThrow();
    expect(buildContent(root)).toMatchObject({ problems: [], entries: 204 });
  });

  it('leaves nothing that the next build does not take away', () => {
    const root = copyRegister();
    buildContent(root);
    const parts = ['.index.js', 'cards/.heron.js', 'logos/.egret.svg'].map(
      (path) => `${path}.0472fccb.part`,
    );
    const mine = [
      'cards/.heron.js.part',
      'cards/.mine.js.0472fccb.part',
      '.index.js.0472fccb.part~',
    ];
    for (const path of [...parts, ...mine]) writeFileSync(join(root, 'dist', path), 'half');
    // What was to be written when the power went need not be there any more.
    rmSync(join(root, 'content/messengers/egret.yaml'));
    expect(buildContent(root)).toMatchObject({ removed: 7 + parts.length });
    for (const path of parts) expect(existsSync(join(root, 'dist', path))).toBe(false);
    for (const path of mine) expect(existsSync(join(root, 'dist', path))).toBe(true);
  });
});

describe('what is no file', () => {
  // Windows has no pipes in folders.
  const kinds = ['a folder', ...(process.platform === 'win32' ? [] : ['a device or pipe'])];
  const rows = kinds.flatMap((what) =>
    [HERON, 'package.json'].map((path) => [what, path] as const),
  );

  it.each(rows)('is not read: %s as %s', (what, path) => {
    const root = copyRegister();
    const file = join(root, path);
    rmSync(file);
    if (what === 'a folder') mkdirSync(file);
    else execFileSync('mkfifo', [file]);
    expect(messages(root)).toContain(`${path}:1:1 ${what} stands here; put a file in its place`);
  });
});

describe('any bytes', () => {
  it('in place of a file are told of, and crash nothing', () => {
    const root = copyRegister();
    const paths = [
      HERON,
      'content/page.yaml',
      'content/criteria.yaml',
      'content/exceptions.yaml',
      'content/contradictions.yaml',
      'content/vocabularies/facts.yaml',
      'package.json',
      'releases/1.0.0.json',
    ];
    mkdirSync(join(root, 'releases'));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), bytes, (path, text) => {
        const file = join(root, path);
        const before = existsSync(file) ? readFileSync(file) : undefined;
        writeFileSync(file, text);
        try {
          for (const { message } of validate(loadContent(root), { today: '2026-01-01' }))
            expect(message).not.toMatch(/undefined|\[object/);
        } finally {
          if (before) writeFileSync(file, before);
          else rmSync(file);
        }
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});

describe('exceptions', () => {
  const withException = (rule: string, path: string, until = '2099-01-01') => {
    const root = copyRegister();
    edit(root, HERON, 'label: Shop', `label: ${'Shop '.repeat(13).trim()}`);
    writeFileSync(
      join(root, 'content/exceptions.yaml'),
      `- rule: ${rule}\n  path: ${path}\n  reason: It is called so.\n  until: ${until}\n`,
    );
    return validate(loadContent(root), { today: '2026-01-01' })
      .filter(({ advice }) => !advice)
      .map(({ rule: name, message }) => `${name}: ${message}`);
  };
  const long = 'lengths: the text has 64 characters, and 60 have room; cut it';

  it('allow what they name, with any sign between the fields', () => {
    expect(withException('lengths', `${HERON} downloads › item 2 › label`)).toEqual([]);
    expect(withException('lengths', `${HERON} downloads > item 2 > label`)).toEqual([]);
  });

  it('are not called needless for rules that cannot look', () => {
    const root = copyRegister();
    writeFileSync(
      join(root, 'content/exceptions.yaml'),
      ['future', 'final-hosts']
        .map((rule) => `- { rule: ${rule}, path: x, reason: R., until: 2099-01-01 }\n`)
        .join(''),
    );
    const needless = (context: Context) =>
      validate(loadContent(root), context).filter(({ rule }) => rule === 'exceptions').length;
    expect(needless({})).toBe(0);
    expect(needless({ today: '2026-01-01' })).toBe(1);
    const links: Context['links'] = { format: 'sealmark-links-1', addresses: {} };
    expect(needless({ today: '2026-01-01', links })).toBe(2);
    expect(buildContent(root)).toMatchObject({ problems: [] });
  });

  it('hold until the end of their last day, by the clock of the command', async () => {
    const root = copyRegister();
    edit(root, HERON, 'label: Shop', `label: ${'Shop '.repeat(13).trim()}`);
    writeFileSync(
      join(root, 'content/exceptions.yaml'),
      `- rule: lengths\n  path: ${HERON} downloads › item 2 › label\n  reason: R.\n  until: 2026-01-01\n`,
    );
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-01T12:00:00Z') });
    try {
      expect(await sealmark(root, 'check')).toMatchObject({ status: 0 });
      vi.setSystemTime(Date.parse('2026-01-02T12:00:00Z'));
      expect(await sealmark(root, 'check')).toMatchObject({ status: 1 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('end', () => {
    expect(withException('lengths', `${HERON} downloads › item 2 › label`, '2025-12-31')).toEqual([
      'exceptions: the exception ended on 2025-12-31; correct what it was for, or look at it again and set a new day',
    ]);
  });

  it.each([
    [
      'for what is not wrong',
      'lengths',
      `${HERON} summary`,
      `exceptions: nothing breaks the rule "lengths" here; delete the exception, or write its place: ${HERON} downloads › item 2 › label`,
    ],
    [
      'from what a build relies on',
      'references',
      `${HERON} downloads › item 2 › label`,
      'exceptions: no exception is made from "references"; correct what it finds; only these may be excepted: contradictions,',
    ],
    [
      'from a rule that there is not',
      'length',
      `${HERON} downloads › item 2 › label`,
      'exceptions: no exception is made from "length"; did you mean "lengths"?',
    ],
  ])('are not made %s', (_, rule, path, message) => {
    const found = withException(rule, path);
    expect(found).toContain(long);
    expect(
      found.some((said) => said.startsWith(message)),
      found.join('\n'),
    ).toBe(true);
  });
});

describe('check --fix', () => {
  const WREN = 'content/messengers/wren.yaml';
  /** What becomes of a text, and the exit code. */
  const fixed = async (text: string) => {
    const root = copyRegister();
    edit(root, WREN, 'summary: Wren is small.\n', `summary: ${text}\n`);
    const { status } = await sealmark(root, 'check', '--fix');
    const summary = /^summary: (.*)$/m.exec(readFileSync(join(root, WREN), 'utf8'))?.[1];
    return { summary, status };
  };

  it.each([
    [
      'each of two addresses of which one starts like the other',
      'See [b](https://wren.example/a?utm_source=12) and [a](https://wren.example/a?utm_source=1)',
      'See [b](https://wren.example/a) and [a](https://wren.example/a)',
    ],
    [
      'the address, not the words before it',
      'See [https://wren.example/a?utm_source=1](https://wren.example/a?utm_source=1)',
      'See [https://wren.example/a?utm_source=1](https://wren.example/a)',
    ],
    [
      'an address in angle brackets',
      'See <https://wren.example/a?utm_source=1>.',
      'See <https://wren.example/a>.',
    ],
    [
      'all that is wrong with an address, in one run',
      'See [a](https://Wren.example//a?utm_source=1).',
      'See [a](https://wren.example/a).',
    ],
  ])('puts right %s', async (_, text, summary) => {
    expect(await fixed(text)).toEqual({ summary, status: 0 });
  });

  it.each([
    [
      'an address that is written with escapes',
      'See [its page](https://wren.example/about?a=1&amp;utm_source=x) for more.',
    ],
    [
      'what the file would mean something else without',
      "'[a](https://wren.example/?utm_source='')'",
    ],
    ['a parameter that may choose what is shown', 'See [a](https://wren.example/a?ref=12).'],
  ])('leaves %s to people', async (_, text) => {
    expect(await fixed(text)).toEqual({ summary: text, status: 1 });
  });

  it('says for programs what it did, and what is left', async () => {
    const root = copyRegister();
    edit(root, WREN, 'small.\n', '[small](https://wren.example/a?utm_source=1).\nbad: 1\n');
    const { status, stdout } = await sealmark(root, 'check', '--fix', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ rule: 'schema' }],
      entries: 4,
      advice: expect.arrayContaining([expect.objectContaining({ rule: 'reviews' })]),
      fixed: [{ rule: 'trackers' }],
    });
  });

  it('puts right what is beyond doubt, and says what is left', async () => {
    const root = copyRegister();
    edit(
      root,
      HERON,
      'url: https://shop.example/heron',
      'url: https://shop.example/heron?utm_source=x',
    );
    edit(root, HERON, 'platform: linux', 'platform: linus');
    const { status, stdout, stderr } = await sealmark(root, 'check', '--fix');
    expect(status).toBe(1);
    expect(stdout).toBe(
      'fixed: content/messengers/heron.yaml:48:10 downloads › item 2 › url: "utm_source" in the address tells where a reader came from; write "https://shop.example/heron" (trackers)\n',
    );
    expect(stderr).toContain('did you mean "linux"?');
    expect(stderr).toContain('1 problem in 1 file; 1 more fixed\n');
    expect(readFileSync(join(root, HERON), 'utf8')).toContain('url: https://shop.example/heron\n');
  });
});
