import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildContent } from '../build.ts';
import { sealmark } from '../testing/command.ts';
import { fillBlanks } from '../testing/fill-blanks.ts';
import { copyRegister, edit, messages } from '../testing/register.ts';
import { withEntry } from './entry.ts';
import { EXPORTS } from './manifest.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('sealmark new --package', () => {
  it('writes a package that passes the check once its blanks are filled, with the exports of ours', async () => {
    const made = await sealmark(folder, 'new', '--package', 'birds', 'heron');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('written: birds/content/messengers/heron.yaml\n');
    expect(made.stdout).toContain(
      'Next: cd birds, npm install, fill in each ____, then npx sealmark check\n',
    );
    const root = join(folder, 'birds');
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const ours = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../messengers/package.json'), 'utf8'),
    );
    expect(manifest.exports).toEqual(ours.exports);
    expect(manifest.exports).toEqual(EXPORTS);

    expect(messages(root)).toContain(
      'content/messengers/heron.yaml:9:10 tagline: a blank is left here; fill it in: one line of at most 60 characters for the compact card',
    );
    expect(messages(root).every((message) => message.includes('a blank is left here'))).toBe(true);
    fillBlanks(join(root, 'content/messengers/heron.yaml'));
    expect(messages(root)).toEqual([]);
    expect(buildContent(root).problems).toEqual([]);
  });

  it('takes entries one after the other', async () => {
    expect((await sealmark(folder, 'new', '--package', '.')).status).toBe(0);
    expect(messages(folder)).toEqual([
      'content/page.yaml:9:15 sections › item 1 › entries › item 1: a blank is left here; fill it in: the ids of the entries, in order',
    ]);
    for (const id of ['heron', 'wren', 'egret', 'magpie'])
      expect(
        (await sealmark(folder, 'new', id, '--name', id, '--homepage', `https://${id}.example/`))
          .status,
      ).toBe(0);
    for (const id of ['heron', 'wren', 'egret', 'magpie'])
      fillBlanks(join(folder, `content/messengers/${id}.yaml`));
    expect(messages(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'content/page.yaml'), 'utf8')).toContain(
      'entries: [heron, wren, egret, magpie]',
    );
  });

  it.each([
    ['--homepage', 'http://heron.example'],
    ['--group', 'large'],
  ])('leaves nothing behind when %s cannot be used', async (...wrong) => {
    const args = ['new', '--package', 'birds', 'heron'];
    expect((await sealmark(folder, ...args, ...wrong)).status).toBe(2);
    expect(existsSync(join(folder, 'birds'))).toBe(false);
    expect((await sealmark(folder, ...args)).status).toBe(0);
  });

  it('touches no folder that somebody uses', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    expect(await sealmark(folder, 'new', '--package', '.', 'heron')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is not empty; name a folder that is new or empty.'),
    });
    expect(existsSync(join(folder, 'package.json'))).toBe(false);
  });
});

describe('sealmark new <id>', () => {
  it('writes what it was told, and quotes what YAML would misread', async () => {
    const root = copyRegister();
    const options = [
      '--name',
      '  Robin:  "red" ',
      '--homepage',
      'https://www.robin.example/',
      '--developer',
      'no',
      '--group',
      'small',
      '--tagline',
      '# one',
      '--summary',
      'Two words.',
    ];
    const { status, stdout } = await sealmark(root, 'new', 'robin', '--json', ...options);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      written: ['content/messengers/robin.yaml', 'content/page.yaml'],
    });
    fillBlanks(join(root, 'content/messengers/robin.yaml'));
    expect(messages(root)).toEqual([]);
    expect(buildContent(root).problems).toEqual([]);
    const record = readFileSync(join(root, 'dist/messengers/robin.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({
      name: 'Robin: "red"',
      tagline: '# one',
      developer: { name: 'no' },
      officialHosts: ['robin.example'],
    });
  });

  it('leaves a blank for an empty answer', async () => {
    const root = copyRegister();
    const empty = ['--name', '', '--homepage', ' ', '--group', ''];
    expect((await sealmark(root, 'new', 'robin', ...empty)).status).toBe(0);
    fillBlanks(join(root, 'content/messengers/robin.yaml'));
    expect(messages(root)).toEqual([]);
  });

  it('keeps to the place that the page has for it', async () => {
    const root = copyRegister();
    edit(root, 'content/page.yaml', 'entries: [wren]', 'entries: [wren, robin]');
    const page = readFileSync(join(root, 'content/page.yaml'), 'utf8');
    expect(await sealmark(root, 'new', 'robin', '--group', 'large')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('content/page.yaml has "robin" in "small" already'),
    });
    const { stdout } = await sealmark(root, 'new', 'robin', '--json');
    expect(JSON.parse(stdout).written).toEqual(['content/messengers/robin.yaml']);
    expect(readFileSync(join(root, 'content/page.yaml'), 'utf8')).toBe(page);
    fillBlanks(join(root, 'content/messengers/robin.yaml'));
    expect(messages(root)).toEqual([]);
  });

  it.each([
    [
      ['new', 'r'.repeat(70)],
      `"${'r'.repeat(59)}…" is too long for an id; write at most 64 signs.`,
    ],
    [
      ['new', `R${'r'.repeat(70)}`],
      `write small letters, digits and single hyphens: ${'r'.repeat(64)}.`,
    ],
    [
      ['new', 'robin', '--tagline', 't'.repeat(80)],
      '--tagline: the text is 20 characters too long; write at most 60.',
    ],
    [['new', 'robin', '--summary', '# Robin'], '--summary: '],
    [
      ['new', 'robin', '--homepage', 'https://robin.example/?utm_source=x'],
      '--homepage: "utm_source" in the address tells where a reader came from; write "https://robin.example/".',
    ],
    [
      ['new', 'robin', '--homepage', 'https://robin.example/en/'],
      '--homepage: "en" in the address chooses a language or country for the reader;',
    ],
    [
      ['new', 'Robin'],
      '"Robin" is not an id; write small letters, digits and single hyphens: robin.',
    ],
    [['new', 'heron'], 'there is an entry "heron" already; choose another id.'],
    [
      ['new', 'robin', '--group', 'smal'],
      '"smal" is no section of the page; did you mean "small"?.',
    ],
    [
      ['new', 'robin', '--homepage', 'http://robin.example'],
      'is not encrypted; write it with https: "https://robin.example".',
    ],
    [['new'], 'Name the id of the entry: sealmark new heron.'],
  ])('refuses %s', async (args, message) => {
    const root = copyRegister();
    const before = readFileSync(join(root, 'content/page.yaml'), 'utf8');
    const { status, stderr } = await sealmark(root, ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(readFileSync(join(root, 'content/page.yaml'), 'utf8')).toBe(before);
    expect(existsSync(join(root, 'content/messengers/robin.yaml'))).toBe(false);
  });

  it('writes nothing through a link', async () => {
    const root = copyRegister();
    const outside = join(folder, 'outside');
    mkdirSync(outside);
    rmSync(join(root, 'content/messengers'), { recursive: true });
    symlinkSync(outside, join(root, 'content/messengers'));
    expect((await sealmark(root, 'new', 'robin')).status).toBe(2);
    expect(existsSync(join(outside, 'robin.yaml'))).toBe(false);
  });
});

describe('withEntry', () => {
  it.each([
    ['entries: []', 'entries: [wren]'],
    ['entries: [ ____ ] # ids', 'entries: [ wren ] # ids'],
    ['entries: [ heron ]', 'entries: [ heron, wren ]'],
    [
      'entries: # ours\n      - heron # large\n      - egret',
      'entries: # ours\n      - heron # large\n      - egret\n      - wren',
    ],
    ['entries:', undefined],
  ])('keeps every other sign: %s', (before, after) => {
    const page = (entries: string) =>
      `# page\nsections:\n  - id: a\n    ${entries}\n    heading: A # x\n  - { id: b, entries: [x] }\n`;
    expect(withEntry(page(before), 'a', 'wren')).toBe(after && page(after));
  });
});
