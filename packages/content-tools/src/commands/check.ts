import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { fixFiles } from '../fix.ts';
import { MEMORY, readMemory, type Memory } from '../links/memory.ts';
import { loadContent } from '../load.ts';
import type { Problem } from '../problems.ts';
import { blocking, validate } from '../validate.ts';
import { count, fail, paint, print, progress, withRule } from './output.ts';

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
        const problems = validate(content, { today: today(), links: remembered(root) }, step);
        done();
        return { content, problems };
      };
      let { content, problems } = look();
      const fixed: Problem[] = [];
      // What is put right can show what else is wrong at the same place.
      while (options.fix) {
        const more = fixFiles(content, problems);
        if (more.length === 0) break;
        fixed.push(...more);
        ({ content, problems } = look());
      }
      const wrong = blocking(problems);
      const advice = problems.filter((problem) => problem.advice);
      const entries = content.entries.size + content.guides.size;
      const outcome = {
        entries,
        ...(advice.length > 0 && { advice }),
        ...(options.fix && { fixed }),
      };
      if (!options.json) {
        for (const problem of fixed) console.log(`fixed: ${withRule(problem)}`);
        tell(advice, options.advice);
      }
      const ending = fixed.length > 0 ? `${fixed.length} more fixed` : undefined;
      if (wrong.length > 0) return fail(content, wrong, options.json, { outcome, ending });
      if (options.json) return print({ ok: true, problems: [], ...outcome });
      console.log(`${count(entries, 'entry', 'entries')} checked: nothing is wrong`);
    });
}

/** Says what should be looked at some day. It goes beside the outcome, and never fails. */
function tell(advice: readonly Problem[], all = false): void {
  for (const problem of all ? advice : advice.slice(0, FEW))
    console.error(`${paint('yellow', 'advice:')} ${withRule(problem)}`);
  if (!all && advice.length > FEW)
    console.error(`and ${advice.length - FEW} more; see them with --advice`);
}

const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * What `sealmark links` remembers; undefined where it never ran.
 *
 * @throws {FolderError} When the file is a link that leads elsewhere, or is something else.
 */
function remembered(root: string): Memory | undefined {
  const path = join(root, MEMORY);
  return existsSync(path) ? readMemory(path) : undefined;
}
