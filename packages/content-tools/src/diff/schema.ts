import { isRecord, type Schema } from '../schema.ts';
import { same, type Difference } from './kinds.ts';

/** What a reader of the data relies on, of a place in a schema. */
const PROMISES = ['type', 'enum', 'const', '$ref', 'pattern'] as const;

/** What differs between two schemas for those who read the data: fields that came, went, or have another type. */
export function changesOfSchema(before?: Schema, after?: Schema): Difference[] {
  if (!before || !after) return [];
  const [old, now] = [before, after].map(fieldsOf) as [Fields, Fields];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path): Difference[] => {
    const [was, is] = [old.get(path), now.get(path)];
    const name = path.slice('/schema/'.length).replaceAll('/', ' › ');
    if (!is) return [{ path, class: 'major', text: `The field ${name} is gone.`, kind: 'removed' }];
    if (!was) return [{ path, class: 'minor', text: `There is a field ${name}.`, kind: 'added' }];
    if (same(was, is)) return [];
    const text = `The field ${name} has another type.`;
    return [{ path, before: was, after: is, class: 'major', text, kind: 'changed' }];
  });
}

type Fields = Map<string, Schema>;

/** Each field of each definition, and what is promised of it. */
function fieldsOf(schema: Schema): Fields {
  const fields: Fields = new Map();
  const visit = (node: unknown, path: string): void => {
    if (!isRecord(node)) return;
    const required = Array.isArray(node.required) ? node.required : [];
    for (const [name, field] of Object.entries(isRecord(node.properties) ? node.properties : {})) {
      const at = `${path}/${name}`;
      if (!isRecord(field)) continue;
      const promise = Object.fromEntries(
        PROMISES.filter((key) => field[key] !== undefined).map((key) => [key, field[key]]),
      );
      const items = isRecord(field.items) ? field.items.$ref : undefined;
      fields.set(at, {
        ...promise,
        ...(items !== undefined && { items }),
        always: required.includes(name),
      });
      visit(field, at);
    }
  };
  for (const [name, definition] of Object.entries<unknown>(schema.$defs ?? {}))
    visit(definition, `/schema/${name}`);
  return fields;
}
