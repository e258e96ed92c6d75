import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyRegister, edit } from './testing/register.ts';

const CLI = join(import.meta.dirname, 'cli.ts');
const HERON = 'content/messengers/heron.yaml';

/** Runs the command as a shell would. */
function sealmark(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('sealmark', () => {
  it.each([[['--help']], [['build', '--help']], [['check', '--help']]])(
    'explains itself: %s',
    (args) => {
      const { status, stdout } = sealmark('.', ...args);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Usage: sealmark /);
    },
  );

  it.each([
    [['bild'], 'Did you mean build?'],
    [['build', '--fast'], "unknown option '--fast'"],
    [['check', '/nowhere'], 'There is no folder content/messengers in /nowhere'],
  ])('answers %s with exit code 2', (args, message) => {
    const { status, stderr } = sealmark('.', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('sealmark build', () => {
  it('writes dist and says so in a line', () => {
    const root = copyRegister();
    expect(sealmark(root, 'build')).toEqual({
      status: 0,
      stdout: '4 entries built: 42 files in dist, 42 of them new\n',
      stderr: '',
    });
    expect(existsSync(join(root, 'dist/index.js'))).toBe(true);
  });

  it('takes a folder, and another place to write', () => {
    const root = copyRegister();
    expect(sealmark('/', 'build', root, '--out', 'made').status).toBe(0);
    expect(existsSync(join(root, 'made/index.js'))).toBe(true);
  });

  it('prints problems with their lines, writes nothing and exits with 1', () => {
    const root = copyRegister();
    edit(root, HERON, 'platform: linux', 'platform: linus');
    const { status, stdout, stderr } = sealmark(root, 'build');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr)
      .toBe(`content/messengers/heron.yaml:46:15 downloads › item 2 › platform: "linus" is not in content/vocabularies/platforms.yaml; did you mean "linux"?

  45 |     sources: [page#L11]
> 46 |   - platform: linus
     |               ^^^^^

1 problem in 1 file; nothing was written
`);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it('speaks JSON', () => {
    const root = copyRegister();
    expect(JSON.parse(sealmark(root, 'build', '--json').stdout)).toEqual({
      ok: true,
      problems: [],
      entries: 4,
      files: 42,
      written: 42,
      removed: 0,
    });
    edit(root, HERON, 'platform: linux', 'platform: linus');
    const { status, stdout } = sealmark(root, 'build', '--json');
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
  it('writes nothing', () => {
    const root = copyRegister();
    expect(sealmark(root, 'check')).toMatchObject({
      status: 0,
      stdout: '4 entries checked: nothing is wrong\n',
    });
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});
