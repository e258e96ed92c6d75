import { styleText } from 'node:util';
import type { Content } from '../content.ts';
import { codeFrame, describe, type Problem, type Progress } from '../problems.ts';

/** What the command tells the shell. */
export const EXIT = { ok: 0, problems: 1, usage: 2, crash: 70 };

/** Colors are for people at a terminal. */
export function paint(style: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string): string {
  const hasColors = process.stderr.isTTY && !process.env.NO_COLOR;
  return hasColors ? styleText(style, text) : text;
}

/** Prints the outcome for programs. */
export function print(outcome: object): void {
  console.log(JSON.stringify(outcome, null, 2));
}

/** A number of things, in words: `1 entry`, `4 entries`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A problem as a sentence, and the rule that exceptions name. */
export const withRule = (problem: Problem): string =>
  `${describe(problem)} ${paint('dim', `(${problem.rule})`)}`;

/**
 * Prints what keeps a package from being built, and remembers to fail.
 *
 * @param more - What else the outcome has for programs, and how it ends for people.
 */
export function fail(
  content: Content,
  problems: readonly Problem[],
  asJson = false,
  {
    outcome = {},
    ending = 'nothing was written',
  }: { outcome?: object; ending?: string | undefined } = {},
): void {
  process.exitCode = EXIT.problems;
  if (asJson) return print({ ok: false, problems, ...outcome });
  for (const problem of problems) {
    const text = content.files.get(problem.file)?.text;
    console.error(paint('bold', withRule(problem)));
    console.error(text ? `\n${paint('dim', codeFrame(problem, text))}\n` : '');
  }
  const files = new Set(problems.map(({ file }) => file)).size;
  console.error(
    paint('red', `${count(problems.length, 'problem')} in ${count(files, 'file')}; ${ending}`),
  );
}

/** How long work goes on before it says how far it is, in milliseconds. */
const PATIENCE = 300;

/** Shows on a terminal how far long work is, in a line that goes away; elsewhere nothing. */
export function progress(): { step: Progress; done: () => void } {
  const { stderr } = process;
  const start = Date.now();
  let shown = 0;
  return {
    step: (what, done, of) => {
      const now = Date.now();
      if (!stderr.isTTY || now - start < PATIENCE || now - shown < 100) return;
      shown = now;
      stderr.write(`\r\u001b[K${done} of ${of} ${what}`);
    },
    done: () => {
      if (shown > 0) stderr.write('\r\u001b[K');
    },
  };
}
