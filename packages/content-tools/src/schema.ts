import { createRequire } from 'node:module';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Path } from './problems.ts';

/** A JSON Schema, or a part of one. */
export type Schema = Record<string, any>;

const read = createRequire(import.meta.url);
const authoring: Schema = read('@sealmark/schema/authoring.schema.json');
const messenger: Schema = read('@sealmark/schema/messenger.schema.json');
const card: Schema = read('@sealmark/schema/card.schema.json');

/** The schema that the published records follow. */
export const publishedSchema = messenger;

/** The version of the schema. */
export const schemaVersion: string = read('@sealmark/schema/package.json').version;

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
for (const schema of [authoring, messenger, card]) ajv.addSchema(schema);

const validators = new Map<string, ValidateFunction>();

function validator(id: string): ValidateFunction {
  const known = validators.get(id);
  if (known) return known;
  const made = ajv.compile({ $ref: id });
  validators.set(id, made);
  return made;
}

/** What is wrong with a value by a definition of the schema for authors. */
export function authoringErrors(definition: string, value: unknown): ErrorObject[] {
  const validate = validator(`${authoring.$id}#/$defs/${definition}`);
  return validate(value) ? [] : validate.errors!;
}

/** Whether a value is what a definition of the published schema says. */
export function isPublished(definition: string, value: unknown): boolean {
  return validator(`${messenger.$id}#/$defs/${definition}`)(value) as boolean;
}

/**
 * Makes sure that what the build made is what it promises.
 *
 * @param schema - `card`, `record` or a definition of the published schema.
 * @throws When it is not: that is a fault of the build, not of the content.
 */
export function assertPublished(schema: string, value: unknown, what: string): void {
  const ids: Record<string, string> = { card: card.$id, record: messenger.$id };
  const validate = validator(ids[schema] ?? `${messenger.$id}#/$defs/${schema}`);
  if (validate(value)) return;
  const { instancePath, message } = validate.errors![0]!;
  throw new Error(
    `sealmark has a bug: it made a ${schema} of ${what} that breaks the published schema at ${instancePath || '/'} (${message}). Please report it.`,
  );
}

/** A value of the content and what the schema knows of it. */
export interface Visit {
  path: Path;
  value: unknown;
  /** The definition that it follows, such as `richText`. */
  definition?: string;
  /** The vocabulary that it is an id of. */
  vocabulary?: string;
  /** Whether it is the name of a field. */
  isKey?: boolean;
}

/** The name of a definition of the schema for authors, where the schema is one. */
export function nameOf(schema: unknown): string | undefined {
  return names.get(schema as Schema);
}

const names = new Map<Schema, string>(
  Object.entries<Schema>(authoring.$defs).map(([name, def]) => [def, name]),
);

/** What the schema says of a field, as the start of a sentence goes on. The path leads from a definition to it. */
export function meaning(definition: string, data: unknown, path: Path): string | undefined {
  let { schema } = resolve({ $ref: `#/$defs/${definition}` }, data);
  let value: any = data;
  for (const part of path.slice(0, -1)) {
    value = value?.[part];
    const site =
      typeof part === 'number'
        ? schema.items
        : (own(schema.properties, part) ?? schema.additionalProperties);
    ({ schema } = resolve(site ?? {}, value));
  }
  const field = String(path.at(-1));
  const site: Schema | undefined = schema.properties?.[field];
  const text: string | undefined =
    site?.description ?? (site && resolve(site, undefined).schema.description);
  const sentence = text?.split(/[.:;](?:\s|$)/)[0];
  return sentence && sentence[0]!.toLowerCase() + sentence.slice(1);
}

/** All values of a piece of content, each with its definition. Values that fit no definition are left out. */
export function walk(definition: string, value: unknown): Visit[] {
  const visits: Visit[] = [];
  visitNode({ $ref: `#/$defs/${definition}` }, value, [], visits);
  return visits;
}

function visitNode(site: Schema, value: unknown, path: Path, visits: Visit[]): void {
  const { schema, definition } = resolve(site, value);
  const vocabulary: string | undefined = site['x-vocabulary'];
  visits.push({
    path,
    value,
    ...(definition && { definition }),
    ...(vocabulary && { vocabulary }),
  });
  if (Array.isArray(value)) {
    if (schema.items)
      value.forEach((item, index) => visitNode(schema.items, item, [...path, index], visits));
    return;
  }
  if (!isRecord(value)) return;
  const names: Schema | undefined = schema.propertyNames;
  for (const [key, child] of Object.entries(value)) {
    const property = own(schema.properties, key) ?? schema.additionalProperties;
    if (names)
      visits.push({
        path: [...path, key],
        value: key,
        isKey: true,
        ...(names['x-vocabulary'] && { vocabulary: names['x-vocabulary'] }),
      });
    if (isRecord(property)) visitNode(property, child, [...path, key], visits);
  }
}

/** Follows references, and takes the branch of a choice that the value is meant to be. */
export function resolve(site: Schema, value: unknown): { schema: Schema; definition?: string } {
  let schema = site;
  let definition: string | undefined;
  while (schema.$ref || schema.if) {
    if (schema.$ref) {
      definition = schema.$ref.replace('#/$defs/', '');
      schema = authoring.$defs[definition!];
    } else {
      const branch: Schema | undefined = fits(schema.if, value) ? schema.then : schema.else;
      if (!branch || branch.anyOf) break;
      schema = branch;
    }
  }
  return { schema, ...(definition && { definition }) };
}

/** Whether a value bears the mark of a branch: its type, its kind or a field of its own. */
function fits(mark: Schema, value: unknown): boolean {
  if (mark.type === 'string') return typeof value === 'string';
  if (!isRecord(value)) return mark.type !== 'object';
  if (!(mark.required ?? []).every((name: string) => Object.hasOwn(value, name))) return false;
  return Object.entries<Schema>(mark.properties ?? {}).every(
    ([name, { const: only }]) => value[name] === only,
  );
}

const own = (record: Schema | undefined, key: string): Schema | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether a value has fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
