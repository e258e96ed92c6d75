import type { Contradiction, Messenger } from '@sealmark/schema';
import { evaluate } from '../criteria.ts';
import { pathInWords, type Path } from '../problems.ts';
import { authoringErrors, isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import { field, listOf, type Rule } from './rule.ts';

/** What a record says fits together, as far as content/contradictions.yaml tells what does not. */
export const contradictions: Rule = (content, report) => {
  const rules = listOf(content.contradictions?.data).filter(isWhole);
  return ({ file, definition }) => {
    if (definition !== 'messenger' || !isReadable(file.data)) return;
    const record = file.data as unknown as Messenger;
    for (const { id, if: given, then, message } of rules) {
      const { verdict, paths } = evaluate({ condition: given }, record);
      if (verdict !== 'met') continue;
      const outcome = evaluate({ condition: then }, record);
      if (outcome.verdict !== 'not-met') continue;
      const others = outcome.paths.map((pointer) => pathInWords(pathOf(pointer)));
      const path = paths[0] === undefined ? [] : pathOf(paths[0]);
      report(
        file,
        path[0] === 'claims' ? [...path, 'value'] : path,
        `${message} (${quote(id)} in content/contradictions.yaml, with ${others.join(' and ')})`,
      );
    }
  };
};

/** The place that a verdict names as `/audits/0`. */
const pathOf = (pointer: string): Path =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Whether a rule can be applied; where it cannot, the schema says so. */
const isWhole = (value: unknown): value is Contradiction =>
  authoringErrors('contradiction', value).length === 0;

/** Whether all is there that conditions look at. */
const isReadable = (data: unknown): boolean =>
  isRecord(field(data, 'claims')) &&
  Object.values(field(data, 'claims') as object).every(isRecord) &&
  ['audits', 'downloads'].every((name) => listOf(field(data, name)).every(isRecord));
