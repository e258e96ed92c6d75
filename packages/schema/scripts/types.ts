import { compile } from 'json-schema-to-typescript';
import type { Schema } from './derive.ts';

/** The compiler wants one type that holds all others; it is taken out again. */
const ROOT = 'Everything';

/**
 * The TypeScript of every titled definition, each written once.
 *
 * A reference is written as the name of its type, so that its own description stays with the field;
 * json-schema-to-typescript would make a numbered copy of the type for it. Lists are written out,
 * and texts of a certain form are strings.
 */
export async function typesOf(defs: Schema): Promise<string> {
  const named = Object.fromEntries(
    Object.entries(defs)
      .filter(([, def]) => isNamed(def))
      .map(([name, def]) => [name, reduce(def, defs)]),
  );
  const text = await compile({ title: ROOT, type: 'object', $defs: named } as Schema, ROOT, {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true },
  });
  return text
    .replace(`export interface ${ROOT} {}\n`, '')
    .replace(
      / \* This interface was referenced by `\w+`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
      '',
    )
    .replace(/\/\*\*\n \*\/\n/g, '')
    .replace(/ \*\n \*\/\n/g, ' */\n');
}

const isNamed = (def: Schema): boolean =>
  Boolean(def.title) && !def.$ref && def.type !== 'array' && def.type !== 'string';

/** The schema without conditions, which have no type, and with references as names. */
function reduce(node: any, defs: Schema): any {
  if (Array.isArray(node)) return node.map((item) => reduce(item, defs));
  if (node === null || typeof node !== 'object') return node;
  if (node.$ref) {
    const { description, examples } = node;
    return {
      ...(description && { description }),
      ...(examples && { examples }),
      tsType: nameOf(node, defs),
    };
  }
  if (typeof node.description === 'string' && Object.keys(node).length === 1)
    return { ...node, tsType: 'unknown' };
  const result: Schema = {};
  for (const [key, value] of Object.entries<any>(node)) {
    if (key !== 'allOf' && key !== 'examples') result[key] = reduce(value, defs);
  }
  return result;
}

function nameOf(node: Schema, defs: Schema): string {
  if (!node.$ref) return node.type === 'array' ? `${nameOf(node.items, defs)}[]` : node.type;
  if (node.$ref === '#') return 'MessengerRecord';
  const target = defs[node.$ref.replace(/^.*#\/\$defs\//, '')];
  if (!target) throw new Error(`${node.$ref} is not defined`);
  return isNamed(target) ? target.title : nameOf(target, defs);
}
