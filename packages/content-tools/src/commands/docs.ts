import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fillFields } from '../docs.ts';
import { EXIT, paint } from './output.ts';

export function addDocs(program: Command): void {
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
}
