import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { openContent } from './content.ts';
import { type FilesResult, prerenderFiles } from './files.ts';
import { describe } from './warning.ts';

interface Options {
  content: string;
  base: string;
  assets?: string;
  out?: string;
  check?: boolean;
  json?: boolean;
}

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const program = new Command('sealmark-prerender')
  .description(
    'Writes the shadow roots of Sealmark’s elements into HTML, so that cards show without JavaScript.',
  )
  .version(version)
  .argument('<paths...>', 'HTML files, and folders of them')
  .requiredOption('--content <place>', 'a package, or a folder with cards/*.json or cards/*.js')
  .option('--base <address>', 'the address that the folder is served from', '/')
  .option('--assets <folder>', 'the folder in it that takes the stylesheet')
  .option('--out <folder>', 'write the results there instead of in place')
  .option('--check', 'write nothing; fail where a file would change')
  .option('--json', 'report as JSON')
  .addHelpText(
    'after',
    `
Exit codes:
  0  done, and all elements were rendered
  1  an element was left as it is, or --check found a file that would change
  2  the call was wrong, or something could not be read or written

Example:
  sealmark-prerender site --content @sealmark/messengers`,
  )
  .exitOverride()
  .action(run);

async function run(paths: string[], options: Options): Promise<void> {
  const { check, json } = options;
  const content = openContent(options.content);
  const { names } = content;
  const result = await prerenderFiles(paths, { ...options, content, names, progress });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (json) console.log(JSON.stringify(result, undefined, 2));
  else tell(result, check);
  const outdated = check && [...result.files, ...result.assets].some(({ changed }) => changed);
  process.exitCode = outdated || result.warnings.some(({ inert }) => !inert) ? 1 : 0;
}

function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} pages`);
}

function tell({ files, assets, warnings, policy }: FilesResult, check = false): void {
  for (const warning of warnings) console.error(describe(warning));
  const changed = [...files, ...assets].filter((file) => file.changed);
  if (check) for (const { file } of changed) console.error(`${file} is not up to date.`);
  const left = warnings.filter(({ inert }) => !inert).length;
  console.log(
    `${files.length} read, ${changed.length} ${check ? 'would change' : 'written'}, ${left} left as they are`,
  );
  if (!assets.length) return;
  console.log(`Stylesheet: ${assets.map(({ file }) => file).join(', ')}`);
  console.log(`A policy that is enough for the cards: ${policy}`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode ? 2 : 0;
  } else {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
