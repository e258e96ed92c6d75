import type { Fact } from '@sealmark/schema';
import type { Path } from '../problems.ts';
import { authoringErrors, isRecord } from '../schema.ts';
import { nearest, oneOf, quote, suggest } from '../words.ts';
import type { ContentFile } from '../yaml.ts';
import { field, listOf, type Report, type Rule } from './rule.ts';

/** What any claim may say, whatever its fact. */
const ALWAYS = ['unknown', 'disputed', 'not-applicable'];

/** Every messenger answers every fact, with a value that the fact knows; a card shows each of them once. */
export const claims: Rule = (content, report) => {
  const facts = new Map(
    listOf(content.vocabularies.get('facts')?.data)
      .filter(isFact)
      .map((fact) => [fact.id, fact]),
  );
  return ({ file, definition }) => {
    if (definition === 'criteria') checkConditions(file, ['condition'], facts, report);
    if (definition === 'contradictions') checkConditions(file, ['if', 'then'], facts, report);
    if (definition !== 'messenger') return;
    const written = field(file.data, 'claims');
    if (!isRecord(written)) return;
    const misnamed = Object.keys(written).filter((id) => !facts.has(id));
    for (const fact of facts.values()) {
      if (Object.hasOwn(written, fact.id) || nearest(fact.id, misnamed)) continue;
      report(
        file,
        ['claims', fact.id],
        `nothing is said of ${quote(fact.label)}; add the claim, with the value unknown and a note where it is not known`,
        { at: 'key' },
      );
    }
    for (const [id, claim] of Object.entries(written))
      checkClaim(file, ['claims', id], claim, facts.get(id), report);
    checkHighlights(file, report);
  };
};

function checkClaim(
  file: ContentFile,
  path: Path,
  claim: unknown,
  fact: Fact | undefined,
  report: Report,
): void {
  const value = field(claim, 'value');
  const positions = field(claim, 'positions');
  if (positions !== undefined && value !== undefined && value !== 'disputed') {
    report(
      file,
      [...path, 'positions'],
      `only what is disputed has positions, and this claim says ${quote(value)}; write disputed, or delete them`,
      { at: 'key' },
    );
  }
  if (!fact) return;
  const check = (said: unknown, at: Path, also: readonly string[] = ALWAYS) => {
    const found = said === undefined ? undefined : misfit(said, fact, also);
    if (found) report(file, found.item === undefined ? at : [...at, found.item], found.message);
  };
  check(value, [...path, 'value']);
  listOf(positions).forEach((position, index) =>
    check(field(position, 'value'), [...path, 'positions', index, 'value'], ['not-applicable']),
  );
  listOf(field(claim, 'history')).forEach((past, index) =>
    check(field(past, 'value'), [...path, 'history', index, 'value']),
  );
}

/** Why a value is none of those that a fact knows, and which item of a list is meant. Undefined when it is one. */
function misfit(
  value: unknown,
  fact: Fact,
  also: readonly string[],
): { message: string; item?: number } | undefined {
  if (typeof value === 'string' && also.includes(value)) return undefined;
  const { type, unit, options = [] } = fact.values;
  const label = quote(fact.label);
  if (type === 'number') {
    if (typeof value === 'number' && Number.isFinite(value)) {
      if (value >= 0) return undefined;
      return { message: `${quote(value)} is below zero; write how many ${unit}, or unknown` };
    }
    return { message: `${quote(value)} is not a number; write how many ${unit}, or unknown` };
  }
  const ids = type === 'yes-no' ? ['yes', 'no', 'partial'] : options.map(({ id }) => id);
  if (type === 'choices') {
    if (!Array.isArray(value))
      return {
        message: `${quote(value)} stands alone; write a list with what holds, such as [${ids[0]}]`,
      };
    if (value.length === 0)
      return { message: `the list is empty; write at least one of ${oneOf(ids)}` };
    const again = value.findIndex((said, index) => value.indexOf(said) < index);
    if (again >= 0)
      return {
        item: again,
        message: `${quote(value[again])} stands in the list twice; keep one`,
      };
    const item = value.findIndex((said) => !ids.includes(said));
    if (item < 0) return undefined;
    if (ALWAYS.includes(value[item]))
      return {
        item,
        message: `${quote(value[item])} cannot stand beside something else; write it alone, without brackets`,
      };
    return {
      item,
      message: `${quote(value[item])} is not a choice of ${label}; ${suggest(String(value[item]), ids)}`,
    };
  }
  if (Array.isArray(value))
    return { message: `a list does not answer ${label}; write one of ${oneOf(ids)}` };
  if (ids.includes(value as string)) return undefined;
  return {
    message: `${quote(value)} does not answer ${label}; ${suggest(String(value), [...ids, ...also])}`,
  };
}

function checkHighlights(file: ContentFile, report: Report): void {
  const seen = new Set<unknown>();
  listOf(field(file.data, 'highlights')).forEach((highlight, index) => {
    const fact = field(highlight, 'fact');
    if (fact !== undefined && seen.has(fact))
      report(file, ['highlights', index, 'fact'], `${quote(fact)} is highlighted twice; keep one`);
    seen.add(fact);
  });
}

/** The values that conditions ask for, in these fields of each item, are those of their facts. */
function checkConditions(
  file: ContentFile,
  fields: readonly string[],
  facts: Map<string, Fact>,
  report: Report,
): void {
  const visit = (condition: unknown, path: Path): void => {
    for (const key of ['all', 'any']) {
      listOf(field(condition, key)).forEach((inner, index) => visit(inner, [...path, key, index]));
    }
    const fact = facts.get(String(field(condition, 'claim')));
    if (!fact) return;
    const { type } = fact.values;
    listOf(field(condition, 'is')).forEach((value, index) => {
      const said = type === 'choices' && value !== 'not-applicable' ? [value] : value;
      const found = misfit(said, fact, ['not-applicable']);
      if (found) report(file, [...path, 'is', index], found.message);
    });
    if (field(condition, 'partial') !== undefined && type !== 'yes-no') {
      report(
        file,
        [...path, 'partial'],
        `${quote(fact.label)} cannot be partial; delete this line`,
        { at: 'key' },
      );
    }
  };
  listOf(file.data).forEach((item, index) => {
    for (const name of fields) visit(field(item, name), [index, name]);
  });
}

/** Whether a fact is whole; where it is not, the schema says so, and its claims wait. */
const isFact = (value: unknown): value is Fact => authoringErrors('fact', value).length === 0;
