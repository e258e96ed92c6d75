import type { CardDownload } from '@sealmark/schema';
import { type DefaultTreeAdapterTypes as Tree, html as names, parse } from 'parse5';
import { isTag, tags, type Tag } from './elements.ts';

/** An element of ours in a text of HTML. */
export interface Found {
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, string>;
  /** The language of its place; empty where none is stated. */
  readonly lang: string;
  /** The words among its children. */
  readonly text: string;
  /** The links with `data-platform` among its children. */
  readonly links: readonly CardDownload[];
  /** Where its root goes: a place right after its start tag, or the root that stands there. */
  readonly start: number;
  readonly end: number;
  /** Whether that root, if there is one, has an end. */
  readonly whole: boolean;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** What there is to do in a text of HTML. */
export interface Findings {
  readonly elements: readonly Found[];
  /** Where a stylesheet's link goes; `undefined` in a fragment, and where `stylesheet` is linked already. */
  readonly head: number | undefined;
}

const mention = new RegExp(`<(?:${tags.join('|')})[\\s/>]`, 'i');

/**
 * Finds the elements of ours in a document or a fragment, as a browser without scripting reads it:
 * in `<noscript>` too, and in the declarative roots of others, but not in templates, comments and scripts.
 */
export function find(html: string, stylesheet: string): Findings {
  const found: Found[] = [];
  if (!mention.test(html)) return { elements: found, head: undefined };
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const stack: { node: Tree.Node; lang: string }[] = [{ node: document, lang: '' }];
  for (let at = stack.pop(); at; at = stack.pop()) {
    let { lang } = at;
    let children: readonly Tree.Node[] = 'childNodes' in at.node ? at.node.childNodes : [];
    if ('attrs' in at.node && at.node.namespaceURI === names.NS.HTML) {
      const element = at.node;
      lang = attribute(element, 'lang') ?? lang;
      const root = element.childNodes.find(isRoot);
      if (isTag(element.tagName)) {
        const place = placeOf(element, root);
        if (place) found.push({ ...read(element, element.tagName), ...place, lang });
      } else if (root) {
        children = [root.content, ...children];
      }
    }
    for (const node of children) stack.push({ node, lang });
  }
  found.sort((a, b) => a.start - b.start);
  return { elements: found, head: headOf(document, stylesheet) };
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const isRoot = (node: Tree.Node): node is Tree.Template =>
  'content' in node && attribute(node as Tree.Template, 'shadowrootmode') !== undefined;

function placeOf(element: Tree.Element, root: Tree.Template | undefined) {
  const own = element.sourceCodeLocation;
  const tag = own?.startTag;
  if (!tag) return undefined;
  const there = root?.sourceCodeLocation;
  return {
    start: there?.startOffset ?? tag.endOffset,
    end: there?.endOffset ?? tag.endOffset,
    whole: !there || !!there.endTag,
    line: own.startLine,
    column: own.startCol,
  };
}

function read(element: Tree.Element, tag: Tag) {
  const links: CardDownload[] = [];
  const words: string[] = [];
  const stack: Tree.Node[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) words.push(node.value);
    if (!('childNodes' in node) || node.nodeName === 'template') continue;
    if ('attrs' in node && node.tagName === 'a') {
      const platform = attribute(node, 'data-platform');
      const url = attribute(node, 'href');
      if (platform !== undefined && url !== undefined) {
        links.push({ platform, url, label: textOf(node) });
      }
    }
    stack.push(...[...node.childNodes].reverse());
  }
  return {
    tag,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    text: words.join('').trim(),
    links,
  };
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('')
    .trim();
}

/** The end of the head: a document has one even where it is not written. */
function headOf(document: Tree.Document, stylesheet: string): number | undefined {
  const doctype = document.childNodes.find((node) => node.nodeName === '#documentType');
  const html = document.childNodes.find((node): node is Tree.Element => node.nodeName === 'html');
  const child = (name: string) =>
    html?.childNodes.find((node): node is Tree.Element => node.nodeName === name);
  const [head, body] = [child('head'), child('body')];
  if (!html || !head) return undefined;
  if (![doctype, html, head, body].some((node) => node?.sourceCodeLocation)) return undefined;
  const links = head.childNodes.filter((node): node is Tree.Element => node.nodeName === 'link');
  if (links.some((link) => isStylesheet(link, stylesheet))) return undefined;
  const last = head.childNodes.findLast((node) => node.sourceCodeLocation);
  return (
    head.sourceCodeLocation?.endTag?.startOffset ??
    last?.sourceCodeLocation?.endOffset ??
    head.sourceCodeLocation?.startTag?.endOffset ??
    html.sourceCodeLocation?.startTag?.endOffset ??
    body?.sourceCodeLocation?.startOffset ??
    doctype?.sourceCodeLocation?.endOffset
  );
}

const isStylesheet = (link: Tree.Element, href: string): boolean =>
  attribute(link, 'href') === href &&
  (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/).includes('stylesheet');
