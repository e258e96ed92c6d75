import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it.each([
    [['bild'], 'Did you mean build?'],
    [['build', '--fast'], "unknown option '--fast'"],
    [['check', '/nowhere'], 'There is no folder content/messengers in /nowhere'],
  ])('answers %s with exit code 2', async (args, message) => {
    const { status, stderr } = await sealmark('.', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
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
