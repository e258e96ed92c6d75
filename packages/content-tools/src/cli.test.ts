import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { progress } from './commands/output.ts';
import { sealmark } from './testing/command.ts';
import { copyRegister, edit } from './testing/register.ts';

const CLI = join(import.meta.dirname, 'cli.ts');
const HERON = 'content/messengers/heron.yaml';

/** Runs the command in a process of its own. */
function start(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('sealmark', () => {
  it.each([
    ['all is well', ['build', '--json'], 0],
    ['the content has problems', ['check'], 1],
    ['it does not understand', ['check', '--fast'], 2],
  ])('tells a shell that %s', async (_, args, status) => {
    const root = copyRegister();
    if (status === 1) edit(root, HERON, 'platform: linux', 'platform: linus');
    const told = start(root, ...args);
    expect(told.status).toBe(status);
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    expect(told).toEqual(await sealmark(root, ...args));
  });

  it.each([[['--help']], [['build', '--help']], [['check', '--help']]])(
    'explains itself: %s',
    async (args) => {
      const { status, stdout } = await sealmark('.', ...args);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Usage: sealmark /);
    },
  );

  it.each([[['bild'], 'Did you mean build?']])(
    'answers %s with exit code 2',
    async (args, message) => {
      const { status, stderr } = await sealmark('.', ...args);
      expect(status).toBe(2);
      expect(stderr).toContain(message);
    },
  );
});

/** Endings without an outcome: what leads there, what is said, and the exit code. */
const ENDINGS: [
  args: string[],
  message: string,
  exitCode: number,
  change?: (root: string) => void,
][] = [
  [['check', '/nowhere'], 'There is no folder content/messengers in /nowhere', 2],
  [['build', '--fast'], "unknown option '--fast'", 2],
  [['build', '--release', '9.9.9'], 'There is no release 9.9.9; there are: none.', 2],
  [['diff', '9.9.9'], 'There is no 9.9.9: no file,', 2],
  [
    ['build', '--out', 'notes/dist'],
    'notes/dist cannot be used: not a directory (ENOTDIR).',
    2,
    (root) => writeFileSync(join(root, 'notes'), 'mine'),
  ],
  [
    ['new', 'robin', '--homepage', 'http://robin.example'],
    '--homepage: the address "http://robin.example" is not encrypted',
    2,
  ],
  [['new', '--package', 'package.json/birds'], 'cannot be used: not a directory (ENOTDIR).', 2],
  [
    ['release'],
    '"1.3.0-beta.1" is not kept in releases/, only whole versions such as 1.2.0 are.',
    1,
    (root) => edit(root, 'package.json', '1.2.0', '1.3.0-beta.1'),
  ],
  [
    ['release'],
    'There are no entries to keep; guides have no release files.',
    2,
    (root) => {
      rmSync(join(root, 'content'), { recursive: true });
      mkdirSync(join(root, 'content/guides'), { recursive: true });
    },
  ],
];

describe('an ending', () => {
  it.each(ENDINGS)('of %j says why: %s', async (args, message, exitCode, change) => {
    const root = copyRegister();
    change?.(root);
    const before = readdirSync(root, { recursive: true });
    const { status, stdout, stderr } = await sealmark(root, ...args);
    expect({ status, stdout }).toEqual({ status: exitCode, stdout: '' });
    expect(stderr).toContain(message);
    const told = await sealmark(root, ...args, '--json');
    expect(told.status).toBe(exitCode);
    expect(JSON.parse(told.stdout)).toEqual({
      ok: false,
      error: expect.stringContaining(message),
      exitCode,
    });
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });

  it('that is a fault of its own is none of the content', async () => {
    const clock = vi.spyOn(Date.prototype, 'toISOString').mockImplementation(() => {
      throw new TypeError('the clock stands still');
    });
    try {
      const root = copyRegister();
      const { status, stderr } = await sealmark(root, 'check');
      expect(status).toBe(70);
      expect(stderr).toMatch(
        /^sealmark itself failed, .*\/issues:\nTypeError: the clock stands still\n/,
      );
      const told = await sealmark(root, 'check', '--json');
      expect(JSON.parse(told.stdout)).toMatchObject({ ok: false, exitCode: 70 });
    } finally {
      clock.mockRestore();
    }
  });
});

describe('progress', () => {
  it('is shown at a terminal once work takes long, however few things there are', () => {
    const { stderr } = process;
    const { isTTY } = stderr;
    const write = vi.spyOn(stderr, 'write').mockReturnValue(true);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const atTerminal of [false, true]) {
        stderr.isTTY = atTerminal;
        const { step, done } = progress();
        step('read', 0, 4);
        done();
        expect(write).not.toHaveBeenCalled();
        vi.advanceTimersByTime(400);
        step('read', 3, 4);
        done();
      }
      expect(write.mock.calls.map(([text]) => text)).toEqual([
        '\r\u001b[K3 of 4 read',
        '\r\u001b[K',
      ]);
    } finally {
      vi.useRealTimers();
      write.mockRestore();
      stderr.isTTY = isTTY;
    }
  });
});

describe('sealmark build', () => {
  it('writes dist and says so in a line', async () => {
    const root = copyRegister();
    expect(await sealmark(root, 'build')).toEqual({
      status: 0,
      stdout: '4 entries built: 42 files in dist, 42 of them new\n',
      stderr: '',
    });
    expect(existsSync(join(root, 'dist/index.js'))).toBe(true);
  });

  it('takes a folder, and another place to write', async () => {
    const root = copyRegister();
    expect((await sealmark('/', 'build', root, '--out', 'made')).status).toBe(0);
    expect(existsSync(join(root, 'made/index.js'))).toBe(true);
  });

  it('prints problems with their lines, writes nothing and exits with 1', async () => {
    const root = copyRegister();
    edit(root, HERON, 'platform: linux', 'platform: linus');
    const { status, stdout, stderr } = await sealmark(root, 'build');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr)
      .toBe(`content/messengers/heron.yaml:46:15 downloads › item 2 › platform: "linus" is not in content/vocabularies/platforms.yaml; did you mean "linux"? (references)

  45 |     sources: [page#L11]
> 46 |   - platform: linus
     |               ^^^^^

1 problem in 1 file; nothing was written
`);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it('speaks JSON', async () => {
    const root = copyRegister();
    expect(JSON.parse((await sealmark(root, 'build', '--json')).stdout)).toEqual({
      ok: true,
      problems: [],
      entries: 4,
      files: 42,
      written: 42,
      removed: 0,
    });
    edit(root, HERON, 'platform: linux', 'platform: linus');
    const { status, stdout } = await sealmark(root, 'build', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      problems: [
        {
          file: HERON,
          line: 46,
          column: 15,
          length: 5,
          rule: 'references',
          field: 'downloads › item 2 › platform',
          message: '"linus" is not in content/vocabularies/platforms.yaml; did you mean "linux"?',
        },
      ],
    });
  });
});

describe('sealmark check', () => {
  it('writes nothing', async () => {
    const root = copyRegister();
    expect(await sealmark(root, 'check')).toMatchObject({
      status: 0,
      stdout: '4 entries checked: nothing is wrong\n',
    });
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});
