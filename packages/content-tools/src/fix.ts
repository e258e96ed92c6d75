import { join } from 'node:path';
import type { Content } from './content.ts';
import type { Problem } from './problems.ts';
import { writeFile } from './write.ts';

/**
 * Writes what can be put right without a doubt into the files of the content.
 *
 * @returns The problems that were put right.
 */
export function fixFiles(content: Content, problems: readonly Problem[]): Problem[] {
  const fixed: Problem[] = [];
  for (const [path, { text }] of content.files) {
    const lines = text.split('\n');
    // From the end, so that what stands before keeps its place; one change at a place.
    let before = { line: Infinity, column: Infinity };
    for (const problem of problems.filter(({ file }) => file === path).reverse()) {
      const { line, column, length, fix } = problem;
      const isFree =
        line < before.line || (line === before.line && column + length <= before.column);
      if (fix === undefined || !isFree) continue;
      const old = lines[line - 1]!;
      lines[line - 1] = old.slice(0, column - 1) + fix + old.slice(column - 1 + length);
      before = { line, column };
      fixed.unshift(problem);
    }
    const now = lines.join('\n');
    if (now !== text) writeFile(join(content.root, path), now);
  }
  return fixed;
}
