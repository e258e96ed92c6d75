/** Where something stands in the content: names of fields and, in lists, numbers from 0. */
export type Path = readonly (string | number)[];

/** Told of long work: what is done, how much of it, of how much. */
export type Progress = (what: string, done: number, of: number) => void;

/** One thing that is wrong with the content. */
export interface Problem {
  /** The file, from the folder of the package, with slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** How many characters from there on are meant; at least 1. */
  length: number;
  /** The field in words: `claims › forward-secrecy › value`. Empty for the whole file. */
  field: string;
  /** Which rule found it. */
  rule: string;
  /** What was found, and what to write instead. */
  message: string;
  /** Whether it is advice, which keeps nobody from building. */
  advice?: true;
  /** What takes the place of what is meant, where there is no doubt: `sealmark check --fix` writes it. */
  fix?: string;
}

/** A path in words, with list items counted from 1. */
export function pathInWords(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? `item ${part + 1}` : part)).join(' › ');
}

/** The problem as one sentence with its place. */
export function describe(problem: Problem): string {
  const { file, line, column, field, message } = problem;
  return `${file}:${line}:${column} ${field ? `${field}: ` : ''}${message}`;
}

/**
 * The lines around a problem with a mark under what is meant, as a terminal shows them.
 *
 * @param text - The whole file.
 */
export function codeFrame(problem: Problem, text: string): string {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, problem.line - 1);
  const width = String(problem.line).length;
  const rows = lines.slice(first - 1, problem.line).map((line, index) => {
    const number = first + index;
    return `${number === problem.line ? '>' : ' '} ${String(number).padStart(width)} | ${line}`;
  });
  const line = lines[problem.line - 1] ?? '';
  const indent = line.slice(0, problem.column - 1).replace(/[^\t]/g, ' ');
  const room = Math.max(1, line.length - problem.column + 1);
  return [
    ...rows,
    `  ${' '.repeat(width)} | ${indent}${'^'.repeat(Math.min(problem.length, room))}`,
  ].join('\n');
}

/** In the order in which an editor goes through the files. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.field, b.field) ||
      compare(a.message, b.message),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
