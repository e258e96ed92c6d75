import { definitionOf, KINDS, kindOf, type Content } from './content.ts';
import { withExceptions } from './exceptions.ts';
import { explainAll } from './messages.ts';
import { inOrder, pathInWords, type Path, type Problem, type Progress } from './problems.ts';
import { blanksOf } from './rules/blanks.ts';
import { looks, RULES } from './rules/index.ts';
import type { Context, Report } from './rules/rule.ts';
import { authoringErrors, isRecord, walk } from './schema.ts';
import { quote, suggest } from './words.ts';
import { place, placeWithin, type ContentFile } from './yaml.ts';

/**
 * Everything that is wrong with a content package, in the order of its files.
 *
 * @param context - `today`: the day of the check, `YYYY-MM-DD`; without it no date is compared with
 *   the clock, so that the same content gives the same answer on every day, and no advice is given. `links`: what
 *   `sealmark links` remembers of addresses.
 * @param progress - Told how far it is.
 */
export function validate(content: Content, context: Context = {}, progress?: Progress): Problem[] {
  const problems = [...content.problems];
  const broken = new Set<string>();
  const add = (
    file: ContentFile,
    path: Path,
    message: string,
    rule: string,
    { at, piece, fix }: NonNullable<Parameters<Report>[3]> = {},
    advice = false,
  ) => {
    const field = pathInWords(path);
    const key = `${file.path} ${field}`;
    // A value that breaks the schema is not looked at further: one slip, one sentence.
    if (broken.has(key)) {
      if (rule !== 'schema') return;
    } else if (rule === 'schema' || rule === 'blanks') broken.add(key);
    const part = piece && placeWithin(file, path, piece);
    const more = {
      ...(advice && { advice: true as const }),
      // Only what is found for sure is written over.
      ...(part && fix !== undefined && { fix }),
    };
    problems.push({ ...(part ?? place(file, path, at)), field, rule, message, ...more });
  };

  const rules = RULES.filter((rule) => looks(rule, context)).map(({ id, rule, advises }) =>
    rule(
      content,
      (file, path, message, options) => add(file, path, message, id, options, advises),
      context,
    ),
  );
  const files = readable(content);
  files.forEach(([file, definition], index) => {
    progress?.('checked', index, files.length);
    if (definition === undefined)
      return add(file, ['kind'], unknownKind(file.data), 'schema', { at: 'value' });
    const visits = walk(definition, file.data);
    const blanks = blanksOf(definition, file.data, visits);
    for (const { path, message } of blanks) add(file, path, message, 'blanks');
    const blank = new Set(blanks.map(({ path }) => path.join('/')));
    const errors = explainAll(definition, file.data, authoringErrors(definition, file.data));
    for (const { path, message, at } of errors) {
      if (!blank.has(path.join('/'))) add(file, path, message, 'schema', { at });
    }
    for (const look of rules) look({ file, definition, visits });
    broken.clear();
  });
  return inOrder(withExceptions(content, problems, context));
}

/** The problems that keep a package from being built. */
export const blocking = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ advice }) => !advice);

/** What is wrong with the files of releases. */
export const releaseProblems = (content: Content): Problem[] =>
  content.problems.filter(({ file }) => file.startsWith('releases/'));

/** Each file that could be read, with the definition of the schema that it follows. */
function readable(content: Content): [ContentFile, string | undefined][] {
  const files: [ContentFile | undefined, string | undefined][] = [
    ...[...content.entries.values()].map((file): [ContentFile, string | undefined] => [
      file,
      kindOf(file.data),
    ]),
    ...[...content.vocabularies].map(([name, file]): [ContentFile, string] => [
      file,
      definitionOf(name),
    ]),
    ...[...content.guides.values()].map((file): [ContentFile, string] => [file, 'guide']),
    [content.criteria, 'criteria'],
    [content.contradictions, 'contradictions'],
    [content.exceptions, 'exceptions'],
    [content.page, 'page'],
  ];
  return files.filter(
    (pair): pair is [ContentFile, string | undefined] => pair[0]?.data !== undefined,
  );
}

function unknownKind(data: unknown): string {
  const kind = isRecord(data) ? data.kind : undefined;
  if (kind === undefined) return 'the field "kind" is missing; add it: messenger, moved or removed';
  return `${quote(kind)} is not a kind of entry; ${suggest(String(kind), KINDS)}`;
}
