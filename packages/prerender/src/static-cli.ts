import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { openContent } from './content.ts';
import { writeStatic } from './static.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const program = new Command('sealmark-static')
  .description(
    'Writes files that work by their address alone: data as JSON, a page per messenger for frames, a badge per messenger as SVG.',
  )
  .version(version)
  .argument('<folder>', 'where they go; serve it from any address')
  .requiredOption('--content <place>', 'a package, or a folder with cards/*.json or cards/*.js')
  .option('--lang <language>', 'the language of the pages for frames', 'en')
  .option('--json', 'list the files as JSON')
  .addHelpText(
    'after',
    `
Exit codes:
  0  done
  2  the call was wrong, or something could not be read or written

Example:
  sealmark-static site/data --content @sealmark/messengers`,
  )
  .exitOverride()
  .action(async (folder: string, options: { content: string; lang: string; json?: boolean }) => {
    const content = openContent(options.content);
    const files = await writeStatic(folder, { content, lang: options.lang });
    if (options.json) return console.log(JSON.stringify(files, undefined, 2));
    const count = (start: string) => files.filter((file) => file.startsWith(start)).length;
    console.log(
      `${files.length} files in ${folder}, with ${count('badges')} badges and ${content.names.length} pages for frames`,
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError && !error.exitCode ? 0 : 2;
  if (!(error instanceof CommanderError)) console.error((error as Error).message);
}
