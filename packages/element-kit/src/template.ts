import type { nothing as litNothing, TemplateResult } from 'lit/html.js';

/**
 * Templates in Lit's form, put into the document without Lit's markers: what is drawn once needs no places to be found
 * again, and has half as many nodes. A later drawing is laid over the one before (`patch`).
 */

/** A template in HTML. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> =>
  ({ ['_$litType$']: 1, strings, values }) as TemplateResult<1>;

/** A template of what stands inside of an `<svg>`. */
export const svg = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<2> =>
  ({ ['_$litType$']: 2, strings, values }) as TemplateResult<2>;

/** Leaves a place empty, and an attribute away. */
export const nothing = Symbol.for('lit-nothing') as typeof litNothing;

/** Puts values into a node of a template. */
type Fill = (node: Node, values: readonly unknown[]) => void;

/** A node that values go into: the way to it from the root, by the indexes of children. */
interface Place {
  readonly path: readonly number[];
  readonly fills: readonly Fill[];
}

interface Template {
  /** The only element of the template, or all that it holds. */
  readonly content: Node;
  readonly places: readonly Place[];
}

/** Templates as they were read, each once. */
const templates = new WeakMap<TemplateStringsArray, Template>();

/** Stands where a value goes, and in no template. */
const hole = '\uE000';

const createHTML = (text: string): string => text;

/**
 * What is written in a script may become HTML, also under Trusted Types. The policy is called as Lit calls its own; where a
 * page allows none, this module cannot be had, and elements show their children.
 */
const policy = (
  globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): { createHTML: typeof createHTML } };
  }
).trustedTypes?.createPolicy('lit-html', { createHTML }) ?? { createHTML };

/**
 * The nodes of a template, of a list, or of words. Takes texts, numbers, templates and lists of these, in places for
 * content and in attributes; `?name` is an attribute that is there or not.
 */
export function nodesOf(value: unknown): DocumentFragment {
  const all = new DocumentFragment();
  put(value, all, null);
  return all;
}

/** Puts the nodes of a value into a parent, before a node of it. */
function put(value: unknown, parent: Node, before: Node | null): void {
  if (value == null || value === nothing) return;
  if (Array.isArray(value)) {
    for (const item of value) put(item, parent, before);
    return;
  }
  const { strings } = value as Partial<TemplateResult>;
  // Only a script has such strings: data that look like a template are none.
  parent.insertBefore(
    strings?.raw ? instance(value as TemplateResult<1 | 2>) : new Text(String(value)),
    before,
  );
}

function instance(result: TemplateResult<1 | 2>): Node {
  const { strings, values } = result;
  let template = templates.get(strings);
  if (!template) templates.set(strings, (template = read(result)));
  const { content, places } = template;
  const made = content.cloneNode(true);
  // All are found before the first is filled: what is put in moves those after it.
  const found: Node[] = [];
  for (const { path } of places) {
    let node: Node = made;
    for (let index of path) {
      node = node.firstChild as Node;
      for (; index; index -= 1) node = node.nextSibling as Node;
    }
    found.push(node);
  }
  for (let index = 0; index < found.length; index += 1) {
    for (const fill of (places[index] as Place).fills) fill(found[index] as Node, values);
  }
  return made;
}

function read({ strings, ['_$litType$']: type }: TemplateResult<1 | 2>): Template {
  const element = document.createElement('template');
  // An attribute that waits for its value must not be read as it stands: a path without one is an error.
  const names: string[] = [];
  const text = strings
    .join(hole)
    .replace(/ ([^\s"=]+)(?==("[^"]*)?\uE000)/g, (_, name: string) => ` .${names.push(name)}`);
  // eslint-disable-next-line no-restricted-properties -- Words of a script alone, as Lit's own templates.
  element.innerHTML = policy.createHTML(type === 2 ? `<svg>${text}</svg>` : text);
  const content = document.importNode(element.content, true);
  if (type === 2) content.replaceChildren(...(content.firstChild as Element).childNodes);
  const places: Place[] = [];
  let count = 0;
  const visit = (node: Node, path: readonly number[]): void => {
    const fills: Fill[] = [];
    for (const { name, value } of node instanceof Element ? [...node.attributes] : []) {
      if (name[0] !== '.') continue;
      const [first = '', ...rest] = value.split(hole);
      (node as Element).removeAttribute(name);
      fills.push(attribute(names[Number(name.slice(1)) - 1] as string, first, rest, count));
      count += rest.length;
    }
    if (node instanceof Text && node.data === hole) {
      node.data = '';
      fills.push(child(count));
      count += 1;
    }
    if (fills.length) places.push({ path, fills });
    for (const inside of Array.from(node.childNodes))
      if (inside instanceof Text) inside.replaceWith(...split(inside.data));
    for (const [index, inside] of [...node.childNodes].entries()) visit(inside, [...path, index]);
  };
  const only = content.childNodes.length === 1 && content.firstElementChild;
  visit(only || content, []);
  return { content: only || content, places };
}

/** Words, and places between them. White space with a line break in it is layout: none at an end, a space within. */
const split = (text: string): string[] =>
  text
    .split(/(\uE000)/)
    .map((words) => words.replace(/^\s*\n\s*|\s*\n\s*$/g, '').replace(/\s*\n\s*/g, ' '))
    .filter(Boolean);

const child =
  (at: number): Fill =>
  (node, values) => {
    const value = values[at];
    if (typeof value === 'string' && value) (node as Text).data = value;
    else {
      put(value, node.parentNode as Node, node);
      (node as Text).remove();
    }
  };

const attribute =
  (name: string, first: string, rest: readonly string[], at: number): Fill =>
  (node, values) => {
    const given = values.slice(at, at + rest.length);
    if (given.includes(nothing)) return;
    if (name[0] !== '?')
      (node as Element).setAttribute(
        name,
        rest.reduce((words, next, index) => `${words}${given[index] ?? ''}${next}`, first),
      );
    else if (given[0]) (node as Element).setAttribute(name.slice(1), '');
  };
