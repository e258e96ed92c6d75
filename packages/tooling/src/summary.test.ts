import { describe, expect, it } from 'vitest';
import { addUp, type Outcome, report } from './summary.ts';

function outcome(taskId: string, rest: Partial<Outcome> = {}): Outcome {
  const [name = '', task = ''] = taskId.split('#');
  return {
    taskId,
    task,
    package: name,
    directory: name,
    exitCode: 0,
    cached: false,
    result: task === 'build' ? undefined : { passed: 1, skipped: 0, failures: [] },
    ...rest,
  };
}

describe('addUp', () => {
  it('adds up tests, lint and checks, cached or not', () => {
    const total = addUp(
      [
        outcome('a#build'),
        outcome('a#lint'),
        outcome('a#test', { cached: true, result: { passed: 40, skipped: 2, failures: [] } }),
      ],
      [],
    );
    expect(total).toEqual({ passed: 41, failed: 0, tests: 40, failures: [] });
  });

  it('counts a build that broke as one failure, and what was not run because of it not at all', () => {
    const total = addUp(
      [
        outcome('a#build', { exitCode: 2 }),
        outcome('a#test', { exitCode: undefined, result: undefined }),
      ],
      [],
    );
    expect(total).toMatchObject({ failed: 1, tests: 0, failures: ['a#build: ended with 2'] });
  });

  it('counts a task that broke off without a result as one failure', () => {
    expect(addUp([outcome('a#test', { exitCode: 137, result: undefined })], []).failed).toBe(1);
  });

  it('counts a task that failed although its result names no failure', () => {
    expect(addUp([outcome('a#test', { exitCode: 1 })], []).failed).toBe(1);
  });

  it('does not believe a task that ended well and wrote nothing down', () => {
    expect(addUp([outcome('a#test', { result: undefined })], []).failures).toEqual([
      'a#test: wrote no result',
    ]);
  });

  it('counts every failed test', () => {
    const result = { passed: 3, skipped: 0, failures: ['a.test.ts › one', 'a.test.ts › two'] };
    expect(addUp([outcome('a#test', { exitCode: 1, result })], [])).toMatchObject({
      passed: 3,
      failed: 2,
      tests: 5,
    });
  });

  it('counts a required engine that is missing', () => {
    expect(addUp([outcome('a#test')], ['firefox'])).toMatchObject({
      failed: 1,
      failures: ['firefox: required, and not to be had'],
    });
  });
});

describe('report', () => {
  it('ends with what passed and failed', () => {
    const outcomes = [outcome('a#test'), outcome('b#test', { exitCode: undefined })];
    const lines = report(outcomes, addUp(outcomes, [])).split('\n');
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(lines).toContain('- b#test: not run, what it depends on failed');
  });

  it('names every test that failed between the tasks and the last line', () => {
    const outcomes = [
      outcome('a#test', {
        exitCode: 1,
        result: {
          passed: 3,
          skipped: 0,
          failures: ['src/a.test.ts › is: no', 'src/b.test.ts: no'],
        },
      }),
      outcome('b#build', { exitCode: 2 }),
    ];
    expect(report(outcomes, addUp(outcomes, []))).toBe(
      [
        '',
        '✗ a#test: 3 passed, 2 failed',
        '✗ b#build',
        '',
        'Failed:',
        '  a#test: 2 failed',
        '    src/a.test.ts › is: no',
        '    src/b.test.ts: no',
        '  b#build: ended with 2',
        '',
        '3 passed, 3 failed',
      ].join('\n'),
    );
  });

  it('says so when no test ran', () => {
    const outcomes = [outcome('a#lint')];
    expect(report(outcomes, addUp(outcomes, []))).toContain('No test ran.');
  });
});
