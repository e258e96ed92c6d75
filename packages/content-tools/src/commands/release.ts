import { resolve } from 'node:path';
import type { Command } from 'commander';
import { compile } from '../compile.ts';
import { FolderError } from '../folders.ts';
import { loadContent } from '../load.ts';
import { releaseFile, writeRelease } from '../release.ts';
import { blocking, validate } from '../validate.ts';
import { fail, print, progress } from './output.ts';

export function addRelease(program: Command): void {
  program
    .command('release')
    .description(
      'check the content and keep what it builds in releases/, under the version in package.json',
    )
    .argument('[folder]', 'the folder of the content package', '.')
    .option('--json', 'print the outcome as JSON')
    .action((folder: string, options: { json?: boolean }) => {
      const root = resolve(folder);
      const { step, done } = progress();
      const content = loadContent(root, step);
      const problems = blocking(validate(content, {}, step));
      done();
      if (problems.length > 0) return fail(content, problems, options.json);
      if (content.entries.size === 0)
        throw new FolderError('There are no entries to keep; guides have no release files.');
      const written = writeRelease(root, compile(content));
      const file = releaseFile(content.version);
      if (options.json) return print({ ok: true, problems: [], file, written });
      console.log(written ? `${file} written` : `${file} is there already and says the same`);
    });
}
