import { safeUrl } from './links.ts';

/** The attributes of an element in a tree. What is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** A piece of a document as plain data: words, or an element with its attributes and what is in it. Never HTML. */
export type Tree = string | readonly [tag: string, attributes: Attributes, ...inside: Tree[]];

/** What a tree may hold: nothing that runs, loads or styles anything. Everything else becomes a `span`, or is left out. */
const tags =
  /^(a|article|b|bdi|button|code|d[dlt]|details|div|em|footer|h[2-6]|header|i|li|[ou]l|p|path|slot|small|span|strong|summary|svg|time)$/;
const names =
  /^(aria-(busy|disabled|hidden)|class|d|data-platform|datetime|dir|fill|hidden|href|lang|name|open|part|role|title|type|value|viewBox)$/;

/** Lets `parent` hold what the trees say. Elements that stay what they are stay where they are, with focus and all. */
export function grow(parent: ParentNode & Node, trees: readonly Tree[]): void {
  for (const [index, tree] of trees.entries()) {
    const old = parent.childNodes[index];
    const node = nodeOf(tree, old);
    if (!old) parent.append(node);
    else if (node !== old) old.replaceWith(node);
  }
  while (parent.childNodes.length > trees.length) parent.lastChild?.remove();
}

function nodeOf(tree: Tree, old: ChildNode | undefined): ChildNode {
  if (!Array.isArray(tree)) {
    const words = String(tree);
    if (!(old instanceof Text)) return new Text(words);
    if (old.data !== words) old.data = words;
    return old;
  }
  const [name, attributes, ...inside] = tree as Exclude<Tree, string>;
  const tag = tags.test(name) ? name : 'span';
  const space = /^(svg|path)$/.test(tag)
    ? 'http://www.w3.org/2000/svg'
    : 'http://www.w3.org/1999/xhtml';
  const element =
    old instanceof Element && old.localName === tag ? old : document.createElementNS(space, tag);
  const wanted = new Map(Object.entries(attributes).filter(isSafe) as [string, string][]);
  if (wanted.has('href')) wanted.set('rel', 'noopener noreferrer');
  for (const attribute of element.getAttributeNames()) {
    if (!wanted.has(attribute)) element.removeAttribute(attribute);
  }
  for (const [attribute, value] of wanted) {
    if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
  }
  grow(element, inside);
  return element;
}

/** A link opens nothing but `https:` and paths of the same site; a color is a plain one, for `url(…)` would make a request. */
const isSafe = ([name, value]: [string, string | undefined]): boolean =>
  value !== undefined &&
  names.test(name) &&
  (name !== 'href' || !!safeUrl(value)) &&
  (name !== 'fill' || value[0] === '#');
