import type { ErrorObject } from 'ajv/dist/2020.js';
import { wrongAddress } from './addresses.ts';
import type { Path } from './problems.ts';
import { isRecord, meaning, nameOf, type Schema } from './schema.ts';
import { nearest, oneOf, quote, suggest } from './words.ts';

/** An error of the schema in words, and where it is. */
export interface Finding {
  path: Path;
  /** Whether the name of the field is meant, not its value. */
  at: 'key' | 'value';
  message: string;
  /** For a field that does not exist: the one that was meant. */
  meant?: string | undefined;
}

/** Says what schema errors mean to somebody who writes content; a field that is written wrongly is not missing, too. */
export function explainAll(
  definition: string,
  data: unknown,
  errors: readonly ErrorObject[],
): Finding[] {
  const about = (path: Path) => meaning(definition, data, path);
  const findings = errors.flatMap((error) => explain(error, about) ?? []);
  const meant = new Set(
    findings.flatMap(({ path, meant }) => (meant ? [[...path.slice(0, -1), meant].join('/')] : [])),
  );
  return findings.filter(
    (finding) =>
      finding.meant !== undefined || finding.at === 'value' || !meant.has(finding.path.join('/')),
  );
}

/** Undefined for what another error says already. */
function explain(
  error: ErrorObject,
  about: (path: Path) => string | undefined,
): Finding | undefined {
  const path = pathOf(error);
  const found = error.data;
  const schema = error.parentSchema as Schema;
  const keyword: any = error.schema;
  const value = (message: string): Finding => ({ path, at: 'value', message });
  if (error.schemaPath.includes('/anyOf/')) return undefined;
  switch (error.keyword) {
    case 'if':
      return undefined;
    case 'additionalProperties':
      return unknownField(
        [...path, error.params.additionalProperty],
        error.params.additionalProperty,
        schema,
      );
    case 'required':
      return missing([...path, error.params.missingProperty], found, about);
    case 'anyOf':
      return value(
        `one field is missing; write one of ${oneOf(keyword.map((mark: Schema) => mark.required[0]))}`,
      );
    case 'type':
      return value(wrongType(found, schema));
    case 'enum':
      return value(
        `${quote(found)} does not belong here; ${typeof found === 'string' ? suggest(found, keyword) : `write ${oneOf(keyword)}`}`,
      );
    case 'const':
      return value(`${quote(found)} does not belong here; write ${keyword}`);
    case 'pattern':
      return error.propertyName === undefined
        ? value(wrongForm(String(found), nameOf(schema) ?? String(schema.description)))
        : undefined;
    case 'propertyNames': {
      const name: string = error.params.propertyName;
      return { path: [...path, name], at: 'key', message: wrongForm(name, 'id') };
    }
    case 'minLength':
      return value('the text is empty; write it, or delete the field if it may be left out');
    case 'maxLength': {
      const over = [...String(found)].length - error.params.limit;
      return value(
        `the text is ${over} character${over === 1 ? '' : 's'} too long; write at most ${error.params.limit}`,
      );
    }
    case 'minItems':
      return value(
        `the list has ${(found as unknown[]).length || 'no'} items; write at least ${error.params.limit}`,
      );
    case 'maxItems':
      return value(
        `the list has ${(found as unknown[]).length} items; write at most ${error.params.limit}`,
      );
    case 'uniqueItems':
      return {
        path: [...path, error.params.i],
        at: 'value',
        message: `${quote((found as unknown[])[error.params.i])} stands in the list twice; keep one`,
      };
    default:
      return value(
        `${quote(found)} does not belong here (${error.message}); compare it with another entry`,
      );
  }
}

/** The place in the data: names, and numbers in lists. */
function pathOf(error: ErrorObject): Path {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function unknownField(path: Path, name: string, schema: Schema): Finding {
  const fields = Object.keys(schema.properties ?? {});
  const message =
    name === 'id'
      ? 'the id is the name of the file; delete this line'
      : `there is no field ${quote(name)} here; ${suggest(name, fields, 'the schema')}`;
  return { path, at: 'key', message, meant: nearest(name, fields) };
}

/** What a claim lacks, for what it says. */
const CLAIM_NEEDS: Record<string, string> = {
  sources: 'without a source; add sources, or write unknown with a note that says why',
  asOf: 'without a date; add asOf, the date of the evidence',
  note: 'without a reason; add a note that says why it is not known',
  positions: 'without saying by whom; add positions, one for each side',
};

function missing(
  path: Path,
  found: unknown,
  about: (path: Path) => string | undefined,
): Finding | undefined {
  const name = String(path.at(-1));
  const finding = (message: string): Finding => ({ path, at: 'key', message });
  const isClaim = path.length === 3 && path[0] === 'claims' && isRecord(found);
  if (isClaim && CLAIM_NEEDS[name]) {
    // What a claim needs depends on what it says; one that says nothing is told to say something first.
    return found.value === undefined
      ? undefined
      : finding(`the claim says ${quote(found.value)} ${CLAIM_NEEDS[name]}`);
  }
  if (name === 'sources')
    return finding('there is no source; add sources with at least one that says so');
  const what = about(path);
  return finding(`the field ${quote(name)} is missing; add it${what ? `: ${what}` : ''}`);
}

function wrongType(found: unknown, schema: Schema): string {
  const name = nameOf(schema);
  const types: string[] = [schema.type].flat();
  if (found === null) return `nothing is written here; write ${expected(name, types)}`;
  if (typeof found === 'boolean') {
    if (name === 'claimValue')
      return `${found} is not an answer here; write ${found ? 'yes' : 'no'}`;
  }
  const isPlain = typeof found === 'boolean' || typeof found === 'number';
  if (isPlain && types.includes('string')) {
    if (name !== 'plainText' && name !== 'richText')
      return `${found} does not fit here; write ${expected(name, types)}`;
    return `${found} is read as a ${typeof found === 'number' ? 'number' : 'switch'}; write it in quotes: '${found}'`;
  }
  return `${kindOf(found)} stands here; write ${expected(name, types)}`;
}

function kindOf(found: unknown): string {
  if (Array.isArray(found)) return 'a list';
  if (isRecord(found)) return 'a group of fields';
  if (typeof found === 'string') return `the text ${quote(found)}`;
  return `${found}`;
}

function expected(name: string | undefined, types: readonly string[]): string {
  if (name && FORMS[name]) return FORMS[name];
  if (types.includes('array') && types.length === 1)
    return 'a list, each item on a line of its own after "- "';
  if (types.includes('object'))
    return 'fields, each on a line of its own: a name, a colon and the value';
  if (types.includes('boolean')) return 'true or false';
  if (types.includes('number') || types.includes('integer')) return 'a number';
  return 'a text';
}

/** What is written in the places that the schema names. */
const FORMS: Record<string, string> = {
  plainText: 'a text on one line',
  richText: 'a text',
  id: 'an id of small letters, digits and single hyphens, such as privacy-policy',
  httpsUrl: 'an address that starts with https://',
  host: 'a host without https://, such as signal.org or github.com/signalapp',
  hexColor: 'a color such as #3b45fd, in small letters',
  date: 'a day as year-month-day, such as 2022-09-16',
  partialDate: 'a day, a month or a year, such as 2022-09-16, 2022-09 or 2022',
  auditDate: 'a day, a month, a year, or two of them with a slash between, such as 2020-03/2021-04',
  claimValue: 'yes, no, partial, unknown, disputed, not-applicable, a number or words of the fact',
};

function wrongForm(found: string, name: string): string {
  const shown = quote(found);
  if (name === 'httpsUrl') return wrongAddress(found);
  if (name === 'plainText' && found.includes('\n')) return 'the text has several lines; write one';
  if (name === 'plainText') return `the text ${shown} starts or ends with a space; take it away`;
  if (name === 'id') {
    const id = found
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    return `${shown} is not an id; write small letters, digits and single hyphens${id ? `: ${id}` : ''}`;
  }
  return `${shown} does not fit here; write ${FORMS[name] ?? name[0]!.toLowerCase() + name.slice(1).replace(/\.$/, '')}`;
}
