import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addDocs } from './commands/docs.ts';
import { addLinks } from './commands/links.ts';
import { addNew } from './commands/new.ts';
import { EXIT, paint } from './commands/output.ts';
import { addRelease } from './commands/release.ts';
import { FolderError } from './folders.ts';
import { ReleaseError } from './release.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Runs `sealmark` with these words behind it, and leaves its exit code with the process. */
export async function sealmark(words: readonly string[]): Promise<void> {
  const program = new Command('sealmark')
    .description('Keeps content packages true: messengers as sourced and dated data.')
    .version(version)
    .configureOutput({ outputError: (text, write) => write(paint('red', text)) })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well, 1 the content has problems, 2 the command was not understood.',
    );

  for (const add of [addNew, addCheck, addBuild, addDiff, addLinks, addRelease, addDocs])
    add(program);

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    // It has said all that there is to say.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      return;
    }
    if (!(error instanceof FolderError || error instanceof ReleaseError)) throw error;
    console.error(paint('red', error.message));
    process.exitCode = error instanceof ReleaseError ? EXIT.problems : EXIT.usage;
  }
}
