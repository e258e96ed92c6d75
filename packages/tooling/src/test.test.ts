import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readResult, writeResult } from './results.ts';
import { oversized } from './sizes.ts';
import { type SamplePackage, samplePackage } from './testing/package.ts';

let sample: SamplePackage;

beforeEach(() => {
  sample = samplePackage();
});

afterEach(() => sample.remove());

/** Runs the tests of a package that has these files; gives the exit code. */
async function run(files: Record<string, string>): Promise<number> {
  for (const [name, text] of Object.entries(files)) {
    sample.write({ [`src/${name}`]: `import { expect, it } from 'vitest';\n${text}` });
  }
  return (await sample.run('test')).code;
}

describe('sealmark-tooling test', () => {
  it('writes down what passed, failed and was skipped, and names what failed', async () => {
    const code = await run({
      'a.test.ts': "it('is', () => expect(1).toBe(1)); it.skip('waits', () => expect(1).toBe(2));",
      'b.test.ts': `import { describe } from 'vitest';
        describe('one', () => {
          describe.each(['two'])('and %s', () => {
            it('is > not', () => { throw new Error('not\\nat all'); });
          });
          it('is', () => {});
        });`,
    });
    expect(code).toBe(1);
    expect(readResult(sample.root, 'test')).toEqual({
      passed: 2,
      skipped: 1,
      failures: ['src/b.test.ts › one › and two › is > not: not'],
    });
  });

  it('counts a file that breaks before its first test', async () => {
    expect(await run({ 'a.test.ts': "throw new Error('broken');" })).toBe(1);
    expect(readResult(sample.root, 'test')?.failures).toEqual(['src/a.test.ts: broken']);
  });

  it('counts a hook that breaks', async () => {
    const text = `import { afterAll, describe } from 'vitest';
      describe('one', () => { afterAll(() => { throw new Error('left'); }); it('is', () => {}); });`;
    expect(await run({ 'a.test.ts': text })).toBe(1);
    expect(readResult(sample.root, 'test')?.failures).toEqual(['src/a.test.ts › one: left']);
  });

  it('counts an error that no test has caught', async () => {
    const text = "it('is', () => { expect(1).toBe(1); Promise.reject(new Error('stray')); });";
    expect(await run({ 'a.test.ts': text })).toBe(1);
    expect(readResult(sample.root, 'test')).toEqual({
      passed: 1,
      skipped: 0,
      failures: ['src/a.test.ts › outside of any test: stray'],
    });
  });

  it('leaves nothing of an older run behind', async () => {
    writeResult(sample.root, 'test', { passed: 99, skipped: 0, failures: [] });
    expect(await run({})).toBe(0);
    expect(readResult(sample.root, 'test')).toEqual({ passed: 0, skipped: 0, failures: [] });
  });
});

describe('sizes', () => {
  it('tells what is too large, and what is not there', () => {
    sample.write({ 'src/a.js': 'export const a = 1;\n' });
    const twice = { name: 'rest', files: ['src/a.js', 'src/*.js'], less: ['src/a.js', 'src/*.js'] };
    expect(oversized(sample.root, [{ ...twice, brotli: 0 }])).toEqual([]);
    expect(oversized(sample.root, [{ ...twice, less: ['b.js'], brotli: 0 }])).toEqual([
      'rest: there is no file b.js',
    ]);
    expect(oversized(sample.root, [{ name: 'all', files: ['src/*.js'], brotli: 100 }])).toEqual([]);
    expect(oversized(sample.root, [{ name: 'all', files: ['src/*.js'], brotli: 5 }])).toEqual([
      expect.stringMatching(/^all takes \d+ bytes/),
    ]);
    expect(oversized(sample.root, [{ name: 'none', files: ['dist/*.js'], brotli: 5 }])).toEqual([
      'none: there is no file dist/*.js',
    ]);
  });
});
