import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { buildContent } from '../build.ts';
import { count, fail, print, progress } from './output.ts';

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('check the content and write the package: modules, JSON, cards, logos')
    .argument('[folder]', 'the folder of the content package', '.')
    .option('-o, --out <folder>', 'where to write, from the folder of the package', 'dist')
    .option('--release <version>', 'build a past version again, from its file in releases/ alone')
    .option('--json', 'print the outcome as JSON')
    .action((folder: string, options: { out: string; release?: string; json?: boolean }) => {
      const { step, done } = progress();
      const result = buildContent(resolve(folder), options, step);
      done();
      if (result.entries === undefined) return fail(result.content, result.problems, options.json);
      const { entries, files, written, removed } = result;
      if (options.json) return print({ ok: true, problems: [], entries, files, written, removed });
      const out = resolve(folder, options.out);
      const shown = relative('.', out);
      console.log(
        `${count(entries, 'entry', 'entries')} built: ${files} files in ${shown.startsWith('..') ? out : shown}, ${written} of them new${removed ? `, ${removed} old ones removed` : ''}`,
      );
    });
}
