import { safeUrl } from './links.ts';

/** The attributes of an element in a tree. What is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** A piece of a document as plain data: words, or an element with its attributes and what is in it. Never HTML. */
export type Tree = string | readonly [tag: string, attributes: Attributes, ...inside: Tree[]];

/** What a tree may hold: nothing that runs, loads or styles anything. Everything else becomes a `span`, or is left out. */
const tags =
  /^(a|article|b|bdi|button|code|d[dlt]|details|div|em|footer|h[2-6]|header|i|li|[ou]l|p|path|slot|small|span|strong|summary|svg|time)$/;
const names =
  /^(aria-(disabled|hidden)|class|d|data-platform|datetime|dir|fill|hidden|href|lang|name|open|part|role|type|value|viewBox)$/;

/** The nodes of trees. */
export function grow(trees: readonly Tree[]): DocumentFragment {
  const all = new DocumentFragment();
  all.append(...trees.map(nodeOf));
  return all;
}

function nodeOf(tree: Tree): string | Element {
  if (!Array.isArray(tree)) return String(tree);
  const [name, attributes, ...inside] = tree as Exclude<Tree, string>;
  const tag = tags.test(name) ? name : 'span';
  const space = /^(svg|path)$/.test(tag)
    ? 'http://www.w3.org/2000/svg'
    : 'http://www.w3.org/1999/xhtml';
  const element = document.createElementNS(space, tag);
  for (const [attribute, value] of Object.entries(attributes).filter(isSafe))
    element.setAttribute(attribute, value as string);
  if (element.hasAttribute('href')) element.setAttribute('rel', 'noopener noreferrer');
  element.append(grow(inside));
  return element;
}

/** A link opens nothing but `https:` and paths of the same site; a color is a plain one, for `url(…)` would make a request. */
const isSafe = ([name, value]: [string, string | undefined]): boolean =>
  value !== undefined &&
  names.test(name) &&
  (name !== 'href' || !!safeUrl(value)) &&
  (name !== 'fill' || value[0] === '#');
