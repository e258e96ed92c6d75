/** A JSON Schema, or a part of one. */
export type Schema = Record<string, any>;

/**
 * The schema for authors: what only the published record has is left out, and a choice between
 * shapes becomes if/then/else, so that a wrong file is told about one shape, not about all of them.
 */
export function authored(source: Schema): Schema {
  const result = strip(source);
  return decide(result, result.$defs);
}

/**
 * The published schema, derived from the strict one for authors:
 *
 * - unknown fields pass, so that a minor release breaks nobody;
 * - `x-published` takes the place of what authors write (a tree for Markdown, an object for a name);
 * - `x-authoring-only` and `x-published-only` mark what stands on one side alone. Fields that only
 *   the published record has, and those marked `x-always-published`, are always there.
 */
export function published(source: Schema): Schema {
  return { ...publish(source), $id: 'urn:sealmark:schema:messenger' };
}

/** Keywords of our own start with x-; `x-vocabulary` stays for authors and names the list an id is from. */
const isInternal = (key: string): boolean => key.startsWith('x-');

function publish(node: any): any {
  if (Array.isArray(node)) return node.map(publish);
  if (node === null || typeof node !== 'object') return node;
  if (node['x-published']) {
    const { title, description } = node;
    return {
      ...(title && { title }),
      ...(description && { description }),
      ...publish(node['x-published']),
    };
  }
  const result: Schema = {};
  for (const [key, value] of Object.entries<any>(node)) {
    if (isInternal(key) || value?.['x-authoring-only']) continue;
    if (key === 'additionalProperties' && value === false) continue;
    result[key] = publish(value);
  }
  if (node.properties) {
    const computed = Object.keys(node.properties).filter(
      (name) =>
        node.properties[name]['x-published-only'] || node.properties[name]['x-always-published'],
    );
    const required = [...new Set([...computed, ...(result.required ?? [])])];
    if (required.length > 0) result.required = required;
  }
  return result;
}

function strip(node: any): any {
  if (Array.isArray(node)) return node.map(strip);
  if (node === null || typeof node !== 'object') return node;
  const result: Schema = {};
  for (const [key, value] of Object.entries<any>(node)) {
    if (value?.['x-published-only']) continue;
    if (isInternal(key) && key !== 'x-vocabulary') continue;
    result[key] = strip(value);
  }
  return result;
}

/** Turns each `oneOf` and `anyOf` into a chain of if/then/else on what sets the branches apart. */
function decide(node: any, defs: Schema): any {
  if (Array.isArray(node)) return node.map((item) => decide(item, defs));
  if (node === null || typeof node !== 'object') return node;
  const { oneOf, anyOf, ...rest } = node;
  const result = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, decide(value, defs)]),
  );
  const branches: Schema[] | undefined = oneOf ?? anyOf;
  return branches ? { ...result, ...chain(decide(branches, defs), defs) } : result;
}

function chain(branches: Schema[], defs: Schema): Schema {
  const shapes = branches.map((branch) =>
    branch.$ref ? defs[branch.$ref.replace('#/$defs/', '')] : branch,
  );
  const marks = shapes.map((shape) => mark(shape, shapes));
  const [last, ...others] = branches
    .map((branch, index) => ({ if: marks[index], then: branch }))
    .reverse();
  // With two shapes the second is what is meant when it is not the first; among more, say what there is.
  const otherwise = branches.length > 2 ? { ...last, else: { anyOf: marks } } : last!.then;
  return others.reduce<Schema>((rest, step) => ({ ...step, else: rest }), otherwise);
}

/** The least that tells a shape from the others: its type, its kind, or a field that only it requires. */
function mark(shape: Schema, shapes: Schema[]): Schema {
  if (shape.type === 'string') return { type: 'string' };
  const kind = shape.properties.kind?.const;
  if (kind) return { properties: { kind: { const: kind } }, required: ['kind'] };
  const others = shapes.filter((other) => other !== shape);
  const own = shape.required.find(
    (field: string) => !others.some((other) => other.properties?.[field]),
  );
  return own ? { required: [own] } : { type: 'object' };
}
