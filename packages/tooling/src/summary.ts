import type { Result } from './results.ts';

/** A task that turbo means to run. */
export interface PlannedTask {
  readonly taskId: string;
  readonly task: string;
  readonly package: string;
  /** The folder of its package, from the top of the repository. */
  readonly directory: string;
}

/** What became of a task. */
export interface Outcome extends PlannedTask {
  /** Undefined where it was not run because what it depends on had failed. */
  readonly exitCode: number | undefined;
  readonly cached: boolean;
  /** What the task wrote down, or what turbo brought back from its cache. */
  readonly result: Result | undefined;
}

/** What a whole run came to. */
export interface Total {
  readonly passed: number;
  readonly failed: number;
  /** How many tests ran, passed or not. */
  readonly tests: number;
  /** What failed, line by line. */
  readonly failures: readonly string[];
}

/** Failures of one task. One that ended badly without naming a failure, or that says nothing of its result, counts as one. */
function failed({ task, exitCode, result }: Outcome): number {
  if (exitCode === undefined) return 0;
  if (exitCode !== 0) return Math.max(1, result?.failures.length ?? 0);
  if (task === 'build') return 0;
  return result?.failures.length ?? 1;
}

/** Names a task that failed, and under it everything that failed in it. */
function why(outcome: Outcome): string[] {
  const { taskId, exitCode, result } = outcome;
  const failures = result?.failures ?? [];
  if (failures.length > 0) {
    return [`${taskId}: ${failures.length} failed`, ...failures.map((failure) => `  ${failure}`)];
  }
  return [exitCode === 0 ? `${taskId}: wrote no result` : `${taskId}: ended with ${exitCode}`];
}

/** Adds up what all tasks came to. Each required engine that is missing is one failure. */
export function addUp(outcomes: readonly Outcome[], missingEngines: readonly string[]): Total {
  const sum = (numbers: readonly number[]): number =>
    numbers.reduce((total, one) => total + one, 0);
  const results = outcomes.map(({ result }) => result);
  const tests = outcomes.filter(({ task }) => task === 'test').map(({ result }) => result);
  return {
    passed: sum(results.map((result) => result?.passed ?? 0)),
    failed: sum(outcomes.map(failed)) + missingEngines.length,
    tests: sum(tests.map((result) => (result?.passed ?? 0) + (result?.failures.length ?? 0))),
    failures: [
      ...missingEngines.map((name) => `${name}: required, and not to be had`),
      ...outcomes.filter((outcome) => failed(outcome) > 0).flatMap(why),
    ],
  };
}

function line(outcome: Outcome): string {
  const { taskId, exitCode, cached, result } = outcome;
  if (exitCode === undefined) return `- ${taskId}: not run, what it depends on failed`;
  const counts = result
    ? [
        `${result.passed} passed`,
        result.failures.length > 0 && `${result.failures.length} failed`,
        result.skipped && `${result.skipped} skipped`,
      ]
    : [];
  const told = [...counts.filter(Boolean), cached && 'cached'].filter(Boolean).join(', ');
  return `${failed(outcome) > 0 ? '✗' : '✓'} ${taskId}${told && `: ${told}`}`;
}

/** The end of a run: a line for each task, what failed, and as last line `N passed, N failed`. */
export function report(outcomes: readonly Outcome[], total: Total): string {
  const lines = outcomes.map(line).sort((a, b) => a.slice(2).localeCompare(b.slice(2)));
  if (total.failures.length > 0)
    lines.push('', 'Failed:', ...total.failures.map((failure) => `  ${failure}`));
  if (total.tests === 0) lines.push('', 'No test ran.');
  return ['', ...lines, '', `${total.passed} passed, ${total.failed} failed`].join('\n');
}
