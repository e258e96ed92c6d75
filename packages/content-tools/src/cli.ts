import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { Command } from 'commander';
import { buildContent } from './build.ts';
import { compile } from './compile.ts';
import type { Content } from './content.ts';
import { fillFields } from './docs.ts';
import { FolderError, loadContent } from './load.ts';
import { codeFrame, describe, type Problem } from './problems.ts';
import { ReleaseError, releaseFile, writeRelease } from './release.ts';
import { validate } from './validate.ts';

/** What the command tells the shell. */
const EXIT = { ok: 0, problems: 1, usage: 2 };

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const program = new Command('sealmark')
  .description('Checks and builds content packages: messengers as sourced and dated data.')
  .version(version)
  .configureOutput({ outputError: (text, write) => write(paint('red', text)) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage))
  .addHelpText(
    'after',
    '\nExit codes: 0 all is well, 1 the content has problems, 2 the command was not understood.',
  );

program
  .command('build')
  .description('check the content and write the package: modules, JSON, cards, logos')
  .argument('[folder]', 'the folder of the content package', '.')
  .option('-o, --out <folder>', 'where to write, from the folder of the package', 'dist')
  .option('--release <version>', 'build a past version again, from its file in releases/ alone')
  .option('--json', 'print the outcome as JSON')
  .action((folder: string, options: { out: string; release?: string; json?: boolean }) => {
    const result = buildContent(resolve(folder), options);
    if (result.entries === undefined) return fail(result.content, result.problems, options.json);
    const { entries, files, written, removed } = result;
    if (options.json) return print({ ok: true, problems: [], entries, files, written, removed });
    const out = resolve(folder, options.out);
    const shown = relative('.', out);
    console.log(
      `${entries} ${entries === 1 ? 'entry' : 'entries'} built: ${files} files in ${shown.startsWith('..') ? out : shown}, ${written} of them new${removed ? `, ${removed} old ones removed` : ''}`,
    );
  });

program
  .command('check')
  .description('check the content and write nothing')
  .argument('[folder]', 'the folder of the content package', '.')
  .option('--json', 'print the outcome as JSON')
  .action((folder: string, options: { json?: boolean }) => {
    const content = loadContent(resolve(folder));
    const problems = validate(content, { today: tomorrow() });
    if (problems.length > 0) return fail(content, problems, options.json);
    const entries = content.entries.size + content.guides.size;
    if (options.json) return print({ ok: true, problems: [], entries });
    console.log(`${entries} ${entries === 1 ? 'entry' : 'entries'} checked: nothing is wrong`);
  });

program
  .command('release')
  .description(
    'check the content and keep what it builds in releases/, under the version in package.json',
  )
  .argument('[folder]', 'the folder of the content package', '.')
  .option('--json', 'print the outcome as JSON')
  .action((folder: string, options: { json?: boolean }) => {
    const root = resolve(folder);
    const content = loadContent(root);
    const problems = validate(content);
    if (problems.length > 0) return fail(content, problems, options.json);
    if (content.entries.size === 0)
      throw new ReleaseError('There are no entries to keep; guides have no release files.');
    const written = writeRelease(root, compile(content));
    const file = releaseFile(content.version);
    if (options.json) return print({ ok: true, problems: [], file, written });
    console.log(written ? `${file} written` : `${file} is there already and says the same`);
  });

program
  .command('docs')
  .description(
    'fill the tables of fields in a README from the schema, between <!-- fields: … --> and <!-- /fields -->',
  )
  .argument('[file]', 'the file to fill', 'README.md')
  .option('--check', 'write nothing, and fail when a table is not as the schema says')
  .action((file: string, options: { check?: boolean }) => {
    const isStale = fillFields(resolve(file), options);
    if (!options.check)
      return console.log(isStale ? `${file} filled` : `${file} is as the schema says`);
    if (!isStale) return console.log(`${file} is as the schema says`);
    console.error(paint('red', `${file} is not as the schema says; run sealmark docs ${file}`));
    process.exitCode = EXIT.problems;
  });

function fail(content: Content, problems: readonly Problem[], asJson = false): void {
  process.exitCode = EXIT.problems;
  if (asJson) return print({ ok: false, problems });
  for (const problem of problems) {
    const text = content.files.get(problem.file)?.text;
    console.error(paint('bold', describe(problem)));
    console.error(text ? `\n${paint('dim', codeFrame(problem, text))}\n` : '');
  }
  const files = new Set(problems.map(({ file }) => file)).size;
  console.error(
    paint(
      'red',
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}; nothing was written`,
    ),
  );
}

function print(outcome: object): void {
  console.log(JSON.stringify(outcome, null, 2));
}

/** Somewhere it is tomorrow already: a date of the coming day is no slip. */
function tomorrow(): string {
  return new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Colors are for people at a terminal. */
function paint(style: 'bold' | 'dim' | 'red', text: string): string {
  const hasColors = process.stderr.isTTY && !process.env.NO_COLOR;
  return hasColors ? styleText(style, text) : text;
}

try {
  program.parse();
} catch (error) {
  if (!(error instanceof FolderError || error instanceof ReleaseError)) throw error;
  console.error(paint('red', error.message));
  process.exitCode = error instanceof ReleaseError ? EXIT.problems : EXIT.usage;
}
