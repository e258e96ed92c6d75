import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { fixFiles } from '../fix.ts';
import { MEMORY, readMemory } from '../links/memory.ts';
import { loadContent } from '../load.ts';
import { describe, type Problem } from '../problems.ts';
import { blocking, validate } from '../validate.ts';
import { count, fail, paint, print, progress } from './output.ts';

/** How much advice is shown unasked. */
const FEW = 5;

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('check the content against every rule, and advise')
    .argument('[folder]', 'the folder of the content package', '.')
    .option('--fix', 'write what can be put right without a doubt, and check again')
    .option('--advice', 'show all advice: reviews that are due, terms that nothing uses')
    .option('--json', 'print the outcome as JSON')
    .action((folder: string, options: { fix?: boolean; advice?: boolean; json?: boolean }) => {
      const root = resolve(folder);
      const { step, done } = progress();
      const look = () => {
        const content = loadContent(root, step);
        const links = readMemory(join(root, MEMORY));
        const problems = validate(content, { today: tomorrow(), links }, step);
        done();
        return { content, problems };
      };
      let { content, problems } = look();
      const fixed = options.fix ? fixFiles(content, problems) : [];
      if (fixed.length > 0) ({ content, problems } = look());
      const wrong = blocking(problems);
      const advice = problems.filter((problem) => problem.advice);
      const entries = content.entries.size + content.guides.size;
      if (!options.json) {
        for (const problem of fixed) console.log(`fixed: ${describe(problem)}`);
        tell(advice, options.advice);
      } else if (wrong.length === 0) {
        return print({
          ok: true,
          problems: [],
          entries,
          ...(advice.length > 0 && { advice }),
          ...(options.fix && { fixed }),
        });
      }
      if (wrong.length > 0) return fail(content, wrong, options.json);
      console.log(`${count(entries, 'entry', 'entries')} checked: nothing is wrong`);
    });
}

/** Says what should be looked at some day. It goes beside the outcome, and never fails. */
function tell(advice: readonly Problem[], all = false): void {
  for (const problem of all ? advice : advice.slice(0, FEW))
    console.error(`${paint('yellow', 'advice:')} ${describe(problem)}`);
  if (!all && advice.length > FEW)
    console.error(`and ${advice.length - FEW} more; see them with --advice`);
}

/** Somewhere it is tomorrow already: a date of the coming day is no slip. */
function tomorrow(): string {
  return new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
