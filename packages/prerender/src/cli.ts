import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, CommanderError } from 'commander';
import { openContent } from './content.ts';
import { type FilesResult, prerenderFiles } from './files.ts';
import { describe } from './prerender.ts';
import { stylesheet } from './stylesheet.ts';

interface Options {
  content: string;
  stylesheet: string;
  css?: string;
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
  .requiredOption('--stylesheet <href>', 'the address of the one stylesheet, as pages link it')
  .option('--css <file>', 'also write that stylesheet to this file')
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
  sealmark-prerender site --content @sealmark/messengers --stylesheet /sealmark.css --css site/sealmark.css`,
  )
  .exitOverride()
  .action(run);

async function run(paths: string[], options: Options): Promise<void> {
  const { css, check, json } = options;
  const content = openContent(options.content);
  const result = await prerenderFiles(paths, { ...options, content, names: content.names });
  if (css !== undefined && !check) {
    mkdirSync(dirname(css), { recursive: true });
    writeFileSync(css, stylesheet());
  }
  if (json) console.log(JSON.stringify(result, undefined, 2));
  else tell(result, check);
  const outdated = check && result.files.some(({ changed }) => changed);
  process.exitCode = outdated || result.problems.length ? 1 : 0;
}

function tell({ files, problems }: FilesResult, check: boolean | undefined): void {
  for (const problem of problems) console.error(describe(problem));
  const changed = files.filter((file) => file.changed);
  if (check) for (const { file } of changed) console.error(`${file} is not up to date.`);
  console.log(
    `${files.length} read, ${changed.length} ${check ? 'would change' : 'written'}, ${problems.length} left as they are`,
  );
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
