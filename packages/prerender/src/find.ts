import type { Download } from '@sealmark/downloads-dropdown';
import { type DefaultTreeAdapterTypes as Tree, html as names, parse } from 'parse5';
import { isTag, tags, type Tag } from './elements.ts';
import { isStylesheet } from './stylesheet.ts';

/** An element of ours in a text of HTML. */
export interface Found {
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, string>;
  /** The language of its place; empty where none is stated. */
  readonly lang: string;
  /** The words among its children. */
  readonly text: string;
  /** The links with `data-platform` among its children. */
  readonly links: readonly Download[];
  /** Where its root goes: a place right after its start tag, or the root that stands there. */
  readonly start: number;
  readonly end: number;
  /** Where it begins. */
  readonly before: number;
  /** Why it cannot be rendered as it is written, as a sentence. */
  readonly flaw: string | undefined;
  /** The same, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** A tag of ours that is no element. */
export interface Inert {
  readonly element: Tag;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What there is to do in a text of HTML. */
export interface Findings {
  readonly elements: readonly Found[];
  readonly inert: readonly Inert[];
  /** The attribute `href` of the link to a stylesheet of ours that is there already. */
  readonly linked: { readonly start: number; readonly end: number } | undefined;
  /** Where a document takes a link; `undefined` in a fragment. */
  readonly head: number | undefined;
}

const mention = new RegExp(`<(${tags.join('|')})(?=[\\s/>])`, 'gi');

/** Elements of which the content is text, and whose text people write. */
const textual = ['textarea', 'title', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext'];

/**
 * Finds the elements of ours in a document or a fragment, as a browser without scripting reads it:
 * in `<noscript>` too, and in the declarative roots of others.
 */
export function find(html: string): Findings {
  const elements: Found[] = [];
  const inert: Inert[] = [];
  const links: Tree.Element[] = [];
  if (html.search(mention) < 0) return { elements, inert, linked: undefined, head: undefined };
  const placeOf = placesOf(html);

  /** Notes the tags between two places that a browser does not read as elements. */
  function note(start: number, end: number, where: string): void {
    for (const { 1: tag = '', index } of html.slice(start, end).matchAll(mention)) {
      const message = `It stands in ${where}, and is left as it is.`;
      inert.push({ element: tag.toLowerCase() as Tag, ...placeOf(start + index), message });
    }
  }

  function look(node: Tree.Node): void {
    const place = node.sourceCodeLocation;
    if (!place) return;
    if (node.nodeName === '#comment') note(place.startOffset, place.endOffset, 'a comment');
    if (!('attrs' in node)) return;
    for (const { startOffset, endOffset } of Object.values(node.sourceCodeLocation?.attrs ?? {}))
      note(startOffset, endOffset, 'an attribute');
    if (node.tagName === 'link') links.push(node);
    if (node.namespaceURI !== names.NS.HTML) {
      if (isTag(node.tagName)) note(place.startOffset, startTagEnd(node), 'SVG or MathML');
    } else if (textual.includes(node.tagName)) {
      note(startTagEnd(node), place.endOffset, `<${node.tagName}>`);
    } else if ('content' in node && !isRoot(node)) {
      note(startTagEnd(node), place.endOffset, 'a template');
    }
  }

  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const stack: { node: Tree.Node; lang: string }[] = [{ node: document, lang: '' }];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node } = at;
    let { lang } = at;
    let children: readonly Tree.Node[] = 'childNodes' in node ? node.childNodes : [];
    look(node);
    if ('attrs' in node && node.namespaceURI === names.NS.HTML) {
      lang = attribute(node, 'lang') ?? lang;
      const root = node.childNodes.find(isRoot);
      if (isTag(node.tagName)) {
        const spot = spotOf(node, root);
        if (spot) elements.push({ ...read(node, node.tagName, lang || 'en'), ...spot, lang });
      } else if (root) {
        children = [root.content, ...children];
      }
    }
    for (const child of children) stack.push({ node: child, lang });
  }
  elements.sort((a, b) => a.start - b.start);
  const [head, own] = headOf(document);
  return { elements, inert, linked: linkedIn(own ?? links), head };
}

/** Tells line and column, counted from 1, of a place. */
function placesOf(html: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(html.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] as number) + 1 };
  };
}

const startTagEnd = ({ sourceCodeLocation: place }: Tree.Element): number =>
  place?.startTag?.endOffset ?? place?.startOffset ?? 0;

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const isRoot = (node: Tree.Node): node is Tree.Template =>
  'content' in node && attribute(node as Tree.Template, 'shadowrootmode') !== undefined;

/** Where an element is, and where its root goes. */
function spotOf(element: Tree.Element, root: Tree.Template | undefined) {
  const own = element.sourceCodeLocation;
  const tag = own?.startTag;
  if (!tag) return undefined;
  const there = root?.sourceCodeLocation;
  return {
    start: there?.startOffset ?? tag.endOffset,
    end: there?.endOffset ?? tag.endOffset,
    before: own.startOffset,
    flaw: flawOf(own, there),
    line: own.startLine,
    column: own.startCol,
  };
}

type Place = Tree.Element['sourceCodeLocation'];

function flawOf(own: Place, root: Place): string | undefined {
  if (root && !root.endTag) return 'The root that stands in it has no end tag.';
  if (own?.endTag) return undefined;
  return 'It has no end tag, so that all that follows would be its children, and hidden: write one.';
}

function read(element: Tree.Element, tag: Tag, place: string) {
  const links: Download[] = [];
  const stack: { node: Tree.Node; lang: string }[] = [{ node: element, lang: place }];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node } = at;
    let { lang } = at;
    if (!('childNodes' in node) || node.nodeName === 'template') continue;
    if ('attrs' in node) lang = attribute(node, 'lang') ?? lang;
    if ('attrs' in node && node.tagName === 'a') {
      const said = (name: string) => attribute(node, name);
      const [platform, url, title = ''] = [said('data-platform'), said('href'), said('title')];
      if (platform && url !== undefined && said('hidden') === undefined) {
        const words = wordsOf(node).trim();
        links.push({
          platform,
          url,
          label: words || title,
          note: words && title,
          lang,
          download: said('download'),
          target: said('target'),
          hreflang: said('hreflang'),
        });
      }
    }
    stack.push(...node.childNodes.map((child) => ({ node: child, lang })).reverse());
  }
  return {
    tag,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    text: element.childNodes.map(wordsOf).join('').trim(),
    links,
  };
}

/** The words that readers of a node are given, also where they come from a picture, as the elements read them. */
function wordsOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || ('attrs' in node && isUnseen(node))) return '';
  const words = node.childNodes.map(wordsOf).join('');
  if (words.trim() || !('attrs' in node)) return words;
  return attribute(node, 'alt') ?? attribute(node, 'aria-label') ?? words;
}

/** What is never in sight, and tells readers nothing. */
const isUnseen = (element: Tree.Element): boolean =>
  /^(script|style|template|noscript|link|meta)$/.test(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true';

/** The end of the head, which a document has even where it is not written, and the links in it. */
function headOf(document: Tree.Document): [end?: number | undefined, links?: Tree.Element[]] {
  const doctype = document.childNodes.find((node) => node.nodeName === '#documentType');
  const html = document.childNodes.find((node): node is Tree.Element => node.nodeName === 'html');
  const child = (name: string) =>
    html?.childNodes.find((node): node is Tree.Element => node.nodeName === name);
  const [head, body] = [child('head'), child('body')];
  if (!html || !head) return [];
  if (![doctype, html, head, body].some((node) => node?.sourceCodeLocation)) return [];
  const last = head.childNodes.findLast((node) => node.sourceCodeLocation);
  return [
    head.sourceCodeLocation?.endTag?.startOffset ??
      (last && endOf(last)) ??
      head.sourceCodeLocation?.startTag?.endOffset ??
      html.sourceCodeLocation?.startTag?.endOffset ??
      body?.sourceCodeLocation?.startOffset ??
      doctype?.sourceCodeLocation?.endOffset,
    head.childNodes.filter((node): node is Tree.Element => node.nodeName === 'link'),
  ];
}

/** Where something in the head ends. What has no end tag of its own would take in what is put at its end. */
const endOf = ({ nodeName, sourceCodeLocation: place }: Tree.ChildNode): number | undefined =>
  /^(noscript|template)$/.test(nodeName) && !(place as Place)?.endTag
    ? place?.startOffset
    : place?.endOffset;

/** Where the first link to a stylesheet of ours has its address. */
function linkedIn(links: readonly Tree.Element[]): Findings['linked'] {
  for (const link of links) {
    const rel = attribute(link, 'rel')?.toLowerCase().split(/\s+/);
    const place = link.sourceCodeLocation?.attrs?.['href'];
    if (place && rel?.includes('stylesheet') && isStylesheet(attribute(link, 'href') ?? ''))
      return { start: place.startOffset, end: place.endOffset };
  }
  return undefined;
}
