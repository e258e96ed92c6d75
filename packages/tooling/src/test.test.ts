import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readResult, writeResult } from './results.ts';
import { repository, tooling } from './run.ts';
import { oversized } from './sizes.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sealmark-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'package.json'), '{"type": "module"}');
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Runs the tests of a package that has these files; gives the exit code. */
function run(files: Record<string, string>): Promise<number> {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, 'src', name), `import { expect, it } from 'vitest';\n${text}`);
  }
  return new Promise((resolve) => {
    const command = [join(tooling, 'bin/sealmark-tooling.js'), 'test'];
    const child = execFile(process.execPath, command, { cwd: root }, () => {
      resolve(child.exitCode ?? 1);
    });
  });
}

describe('sealmark-tooling test', () => {
  it('writes down what passed, failed and was skipped', async () => {
    const code = await run({
      'a.test.ts': "it('is', () => expect(1).toBe(1)); it.skip('waits', () => expect(1).toBe(2));",
      'b.test.ts': "it('is not', () => expect(1).toBe(2));",
    });
    expect(code).toBe(1);
    expect(readResult(root, 'test')).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  it('counts a file that breaks before its first test', async () => {
    expect(await run({ 'a.test.ts': "throw new Error('broken');" })).toBe(1);
    expect(readResult(root, 'test')).toMatchObject({ failed: 1 });
  });

  it('counts an error that no test has caught', async () => {
    const text = "it('is', () => { expect(1).toBe(1); Promise.reject(new Error('stray')); });";
    expect(await run({ 'a.test.ts': text })).toBe(1);
    expect(readResult(root, 'test')).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('leaves nothing of an older run behind', async () => {
    writeResult(root, 'test', { passed: 99, failed: 0, skipped: 0 });
    expect(await run({})).toBe(0);
    expect(readResult(root, 'test')).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('sizes', () => {
  it('tells what is too large, and what is not there', () => {
    writeFileSync(join(root, 'src/a.js'), 'export const a = 1;\n');
    expect(oversized(root, [{ name: 'all', files: ['src/*.js'], brotli: 100 }])).toEqual([]);
    expect(oversized(root, [{ name: 'all', files: ['src/*.js'], brotli: 5 }])).toEqual([
      expect.stringMatching(/^all takes \d+ bytes/),
    ]);
    expect(oversized(root, [{ name: 'none', files: ['dist/*.js'], brotli: 5 }])).toEqual([
      'none: there is no file dist/*.js',
    ]);
  });
});
