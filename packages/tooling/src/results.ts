import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a task came to. Written as `.results/<task>.json` in its package, and kept by turbo's cache with its output. */
export interface Result {
  passed: number;
  skipped: number;
  /** What failed, each in one line. */
  failures: string[];
}

function fileOf(root: string, task: string): string {
  return join(root, '.results', `${task}.json`);
}

/** Forgets the last result of a task, so that a task that breaks off leaves none. */
export function clearResult(root: string, task: string): void {
  rmSync(fileOf(root, task), { force: true });
}

/** Writes down the result of a task. */
export function writeResult(root: string, task: string, result: Result): void {
  mkdirSync(join(root, '.results'), { recursive: true });
  writeFileSync(fileOf(root, task), `${JSON.stringify(result)}\n`);
}

/** The result of a task, undefined where it wrote none. */
export function readResult(root: string, task: string): Result | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(root, task), 'utf8')) as Result;
  } catch {
    return undefined;
  }
}
