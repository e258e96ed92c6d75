import { readFileSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';
import { Command, CommanderError } from 'commander';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addDocs } from './commands/docs.ts';
import { addLinks } from './commands/links.ts';
import { addNew } from './commands/new.ts';
import { EXIT, paint, print } from './commands/output.ts';
import { addRelease } from './commands/release.ts';
import { FolderError } from './folders.ts';
import { ReleaseError } from './release.ts';

const { version, bugs } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** Runs `sealmark` with these words behind it, and leaves its exit code with the process. */
export async function sealmark(words: readonly string[]): Promise<void> {
  const program = new Command('sealmark')
    .description('Keeps content packages true: messengers as sourced and dated data.')
    .version(version)
    .configureOutput({ outputError: (text, write) => write(paint('red', text)) })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well, 1 the content has problems, 2 the command was not understood, or a folder or file cannot be used, 70 sealmark itself failed.',
    );

  for (const add of [addNew, addCheck, addBuild, addDiff, addLinks, addRelease, addDocs])
    add(program);

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    const { exitCode, message, isSaid } = endingOf(error);
    process.exitCode = exitCode;
    if (exitCode === EXIT.ok) return;
    if (words.includes('--json')) print({ ok: false, error: message, exitCode });
    else if (!isSaid) console.error(paint('red', message));
  }
}

/** What an error means for those who ran the command. */
function endingOf(error: unknown): { exitCode: number; message: string; isSaid?: true } {
  // It has said all that there is to say.
  if (error instanceof CommanderError)
    return {
      exitCode: error.exitCode === 0 ? EXIT.ok : EXIT.usage,
      message: error.message.replace(/^error: /, ''),
      isSaid: true,
    };
  if (error instanceof FolderError) return { exitCode: EXIT.usage, message: error.message };
  if (error instanceof ReleaseError) return { exitCode: EXIT.problems, message: error.message };
  if (isSystemError(error))
    return {
      exitCode: EXIT.usage,
      message: `${error.path ?? 'A file'} cannot be used: ${getSystemErrorMessage(error.errno)} (${error.code}).`,
    };
  const what = error instanceof Error ? error.stack : String(error);
  return {
    exitCode: EXIT.crash,
    message: `sealmark itself failed, which is no fault of the content. Please report it at ${bugs}:\n${what}`,
  };
}

/** Whether the system refused something: there is no such folder, it may not be written to, the disk is full. */
function isSystemError(
  error: unknown,
): error is Error & { errno: number; code: string; path?: string } {
  return (
    error instanceof Error && 'errno' in error && typeof error.errno === 'number' && 'code' in error
  );
}
