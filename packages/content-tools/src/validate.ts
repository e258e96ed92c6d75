import { definitionOf, KINDS, kindOf, type Content } from './content.ts';
import { explainAll } from './messages.ts';
import { inOrder, pathInWords, type Path, type Problem } from './problems.ts';
import { claims } from './rules/claims.ts';
import { contradictions } from './rules/contradictions.ts';
import { dates } from './rules/dates.ts';
import { notAfter } from './rules/future.ts';
import { guides } from './rules/guides.ts';
import { hosts } from './rules/hosts.ts';
import { lists } from './rules/lists.ts';
import { page } from './rules/page.ts';
import { references } from './rules/references.ts';
import { texts } from './rules/texts.ts';
import type { Piece, Report } from './rules/rule.ts';
import { authoringErrors, isRecord, walk } from './schema.ts';
import { quote, suggest } from './words.ts';
import { place, placeWithin, type ContentFile } from './yaml.ts';

const RULES = { references, claims, contradictions, dates, hosts, lists, page, guides, texts };

/**
 * Everything that is wrong with a content package, in the order of its files.
 *
 * @param options - `today`: the day after which nothing can be dated, `YYYY-MM-DD`; without it no date is compared with
 *   the clock, so that the same content gives the same answer on every day.
 */
export function validate(content: Content, { today }: { today?: string } = {}): Problem[] {
  const problems = [...content.problems];
  const fields = new Set<string>();
  const add = (
    file: ContentFile,
    path: Path,
    message: string,
    rule: string,
    options: Parameters<Report>[3] = {},
  ) => {
    const field = pathInWords(path);
    const key = `${file.path} ${field}`;
    // A value that breaks the schema is not looked at further: one slip, one sentence.
    if (rule === 'schema') fields.add(key);
    else if (fields.has(key)) return;
    const { at, piece } = options;
    const where = piece ? placeWithin(file, path, piece.text, piece.nth) : place(file, path, at);
    problems.push({ ...where, field, rule, message });
  };

  const pieces = readable(content).flatMap(([file, definition]): Piece[] => {
    if (definition === undefined) {
      add(file, ['kind'], unknownKind(file.data), 'schema', { at: 'value' });
      return [];
    }
    for (const { path, message, at } of explainAll(
      definition,
      file.data,
      authoringErrors(definition, file.data),
    )) {
      add(file, path, message, 'schema', { at });
    }
    return [{ file, definition, visits: walk(definition, file.data) }];
  });

  const rules = { ...RULES, ...(today && { future: notAfter(today) }) };
  for (const [name, rule] of Object.entries(rules)) {
    rule(content, pieces, (file, path, message, options) =>
      add(file, path, message, name, options),
    );
  }
  return inOrder(problems);
}

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
    [content.page, 'page'],
  ];
  return files.filter(
    (pair): pair is [ContentFile, string | undefined] => pair[0]?.document !== undefined,
  );
}

function unknownKind(data: unknown): string {
  const kind = isRecord(data) ? data.kind : undefined;
  if (kind === undefined) return 'the field "kind" is missing; add it: messenger, moved or removed';
  return `${quote(kind)} is not a kind of entry; ${suggest(String(kind), KINDS)}`;
}
