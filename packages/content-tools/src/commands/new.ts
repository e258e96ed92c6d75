import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { FolderError } from '../folders.ts';
import { loadContent } from '../load.ts';
import { askAnswers, askId, canAsk } from '../new/ask.ts';
import {
  readyForEntries,
  sectionOf,
  tidy,
  writeEntry,
  wrongId,
  type Answers,
} from '../new/entry.ts';
import { writePackage } from '../new/package.ts';
import { print } from './output.ts';

interface Options extends Answers {
  package?: string;
  json?: boolean;
}

export function addNew(program: Command): void {
  program
    .command('new')
    .description('write an entry, or a package with --package; ask for what no option says')
    .argument('[id]', 'the id of the entry: small letters, digits and single hyphens')
    .option('--package <folder>', 'make a content package first, in a folder that is new or empty')
    .option('--name <words>', 'what the messenger is called')
    .option('--homepage <url>', 'the address of its homepage')
    .option('--developer <words>', 'who makes it')
    .option('--group <section>', 'the section of the page; the first unless it is given')
    .option('--tagline <words>', 'one line of at most 60 characters')
    .option('--summary <words>', 'about 200 characters')
    .option('--json', 'print the outcome as JSON, and ask nothing')
    .action(async (given: string | undefined, { package: folder, json, ...said }: Options) => {
      const asks = canAsk() && !json;
      const wrong = given === undefined ? undefined : wrongId(given);
      if (wrong) throw new FolderError(`${wrong}.`);
      if (given === undefined && folder === undefined && !asks)
        throw new FolderError('Name the id of the entry: sealmark new heron.');
      const add = async (id: string, place: string) => {
        const content = loadContent(place);
        const known = tidy(said);
        known.group ??= sectionOf(content, id);
        const answers = asks ? await askAnswers(content, known) : known;
        return writeEntry(content, id, answers, new Date().toISOString().slice(0, 10));
      };
      const root = resolve(folder ?? '.');
      let id = given;
      let written: string[];
      if (folder === undefined) {
        readyForEntries(root);
        id ??= await askId(loadContent(root));
        written = await add(id, root);
      } else {
        written = await writePackage(root, async (draft) =>
          given === undefined ? [] : add(given, draft),
        );
      }
      if (json) return print({ ok: true, folder: root, written });
      for (const path of written) console.log(`written: ${relative('.', resolve(root, path))}`);
      console.log(nextStep(id, folder));
    });
}

function nextStep(id: string | undefined, folder: string | undefined): string {
  const enter =
    folder === undefined ? '' : `cd ${relative('.', resolve(folder)) || '.'}, npm install, `;
  return id === undefined
    ? `Next: ${enter}npx sealmark new <id>`
    : `Next: ${enter}fill in each ____, then npx sealmark check`;
}
