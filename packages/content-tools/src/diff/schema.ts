import { isRecord, type Schema } from '../schema.ts';
import { same, type Difference } from './kinds.ts';

/** What a reader of the data relies on, of a place in a schema: what stands in these, but for its words. */
const PROMISES = [
  'type',
  'enum',
  'const',
  '$ref',
  'pattern',
  'items',
  'additionalProperties',
  'allOf',
  'anyOf',
  'oneOf',
] as const;

/** What is written for people. */
const WORDS = ['title', 'description', 'examples'];

/** What differs between two schemas for those who read the data: types and fields that came, went, or are others. */
export function changesOfSchema(before?: Schema, after?: Schema): Difference[] {
  if (!before || !after) return [];
  const [old, now] = [before, after].map(placesOf) as [Places, Places];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path): Difference[] => {
    const [was, is] = [old.get(path), now.get(path)];
    const [root = '', ...fields] = path.slice('/schema/'.length).split('/');
    const name = `${fields.length > 0 ? 'field' : 'type'} ${[root, ...fields].join(' › ')}`;
    // What is in a type or field that came or went comes and goes with it.
    const above = path.slice(0, path.lastIndexOf('/'));
    if (fields.length > 0 && old.has(above) !== now.has(above)) return [];
    if (!is) return [{ path, class: 'major', text: `The ${name} is gone.`, kind: 'removed' }];
    if (!was) return [{ path, class: 'minor', text: `There is a ${name}.`, kind: 'added' }];
    if (same(was, is)) return [];
    const text = fields.length > 0 ? `The ${name} has another type.` : `The ${name} is another.`;
    return [{ path, before: was, after: is, class: 'major', text, kind: 'changed' }];
  });
}

type Places = Map<string, Schema>;

/** Each definition and each field of it, and what is promised of it. */
function placesOf(schema: Schema): Places {
  const places: Places = new Map();
  const visit = (node: Schema, path: string, always?: boolean): void => {
    const promise = Object.fromEntries(
      PROMISES.filter((key) => node[key] !== undefined).map((key) => [key, bare(node[key])]),
    );
    places.set(path, { ...promise, ...(always !== undefined && { always }) });
    const required = Array.isArray(node.required) ? node.required : [];
    for (const [name, field] of Object.entries(isRecord(node.properties) ? node.properties : {}))
      if (isRecord(field)) visit(field, `${path}/${name}`, required.includes(name));
  };
  for (const [name, definition] of Object.entries<unknown>(schema.$defs ?? {}))
    if (isRecord(definition)) visit(definition, `/schema/${name}`);
  return places;
}

/** A part of a schema without its words; the names of fields are none. */
function bare(node: unknown, areNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => areNames || !WORDS.includes(key))
      .map(([key, child]) => [key, bare(child, !areNames && key === 'properties')]),
  );
}
