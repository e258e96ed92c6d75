import { join } from 'node:path';
import type { Content } from './content.ts';
import type { Problem } from './problems.ts';
import { writeFile } from './write.ts';
import { readYaml } from './yaml.ts';

/**
 * Writes what can be put right without a doubt into the files of the content.
 *
 * @returns The problems that were put right.
 */
export function fixFiles(content: Content, problems: readonly Problem[]): Problem[] {
  const fixed: Problem[] = [];
  for (const [path, { text }] of content.files) {
    let now = text;
    // From the end, so that what stands before keeps its place; one change at a place.
    let before = { line: Infinity, column: Infinity };
    for (const problem of problems.filter(({ file }) => file === path).reverse()) {
      const { line, column, length, fix } = problem;
      const isFree =
        line < before.line || (line === before.line && column + length <= before.column);
      if (fix === undefined || !isFree) continue;
      const lines = now.split('\n');
      const old = lines[line - 1]!;
      const part = old.slice(column - 1, column - 1 + length);
      lines[line - 1] = old.slice(0, column - 1) + fix + old.slice(column - 1 + length);
      const next = lines.join('\n');
      // What stands around it can turn it into something else: then it is left to people.
      if (saidIn(next, part, fix) !== saidIn(now, part, fix)) continue;
      now = next;
      before = { line, column };
      fixed.unshift(problem);
    }
    if (now !== text) writeFile(join(content.root, path), now);
  }
  return fixed;
}

/** All that a text says, with what is put right wherever it stands. Undefined when it cannot be read. */
const saidIn = (text: string, part: string, fix: string): string | undefined =>
  JSON.stringify(readYaml('', text).file.data)?.replaceAll(part, () => fix);
