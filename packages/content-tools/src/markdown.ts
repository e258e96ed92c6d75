import type { Block, Inline, List } from '@sealmark/schema';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isSafeAddress, wrongAddress } from './addresses.ts';

/** What a text holds beyond the subset, and where. */
export interface TextProblem {
  message: string;
  /** The piece that is meant, as it is written. */
  piece: string;
  /** Where it starts in the text. */
  offset: number;
}

/** How long a text may be, in characters: twice what anybody writes in one go. To read a longer one can take minutes. */
const LONGEST = 4000;

/** More marks of lists or quotations in a row than any text begins a line with. */
const DEEP = /^(?:[ \t]*(?:(?:[-+*]|\d{1,9}[.)])(?=[ \t])|>)){16}/m;

/** Why a text is not read at all: what it would cost grows with the square of its length, and with its depth. */
function tooMuch(markdown: string): string | undefined {
  if (markdown.length > LONGEST)
    return `the text has ${markdown.length} characters; write at most ${LONGEST}, or make several texts of it`;
  if (DEEP.test(markdown))
    return 'lists stand within lists more deeply than anybody reads; write paragraphs, and lists of one line an item';
  return undefined;
}

/** The tree of a text; an empty one where it is too much to be read. */
const parse = (markdown: string): Root => fromMarkdown(tooMuch(markdown) ? '' : markdown);

/**
 * Turns Markdown into a tree of paragraphs, lists, strong, emphasis, code and links.
 *
 * Anything else that Markdown can do is left out of the tree and comes back as a problem.
 */
export function toRichText(markdown: string): { blocks: Block[]; problems: TextProblem[] } {
  const problems: TextProblem[] = [];
  const refuse = (node: Nodes, message: string) => {
    const offset = node.position?.start.offset ?? 0;
    problems.push({
      message,
      offset,
      piece: markdown.slice(offset, node.position?.end.offset).split('\n')[0]!,
    });
  };
  const unreadable = tooMuch(markdown);
  if (unreadable !== undefined) problems.push({ message: unreadable, offset: 0, piece: '' });
  const blocks = parse(markdown).children.flatMap((node) => block(node, refuse));
  return { blocks, problems };
}

/** A link of a text, and where its address starts in it; undefined where it is written with escapes. */
export interface TextLink {
  url: string;
  offset: number | undefined;
}

/** The links of a text, written as `[words](https://example.org)` or `<https://example.org>`. */
export function linksOf(markdown: string): TextLink[] {
  // Most texts have none, and parsing costs.
  return /[[<]/.test(markdown) ? linksIn(parse(markdown), markdown) : [];
}

function linksIn(node: Nodes, markdown: string): TextLink[] {
  const inner =
    'children' in node ? node.children.flatMap((child) => linksIn(child, markdown)) : [];
  if (node.type !== 'link') return inner;
  const { start, end } = node.position!;
  // The address is the last thing in it, but for a title: the words before may say the same.
  const last = node.title ? -1 : markdown.slice(start.offset, end.offset).lastIndexOf(node.url);
  return [{ url: node.url, offset: last < 0 ? undefined : start.offset! + last }, ...inner];
}

/** The words of a text without its marking, blocks one to a line. */
export function plainTextOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((item) => (item.type === 'list' ? item.items : [item.children]))
    .map((children) => children.map(words).join(''))
    .join('\n');
}

const words = (node: Inline): string =>
  typeof node === 'string'
    ? node
    : node.type === 'code'
      ? node.text
      : node.children.map(words).join('');

type Refuse = (node: Nodes, message: string) => void;

function block(node: RootContent, refuse: Refuse): Block[] {
  if (node.type === 'paragraph') return [{ type: 'paragraph', children: inlines(node, refuse) }];
  if (node.type === 'list') {
    const list: List = { type: 'list', ordered: node.ordered ?? false, items: [] };
    for (const item of node.children) {
      const [only, ...more] = item.children;
      if (only?.type === 'paragraph' && more.length === 0) list.items.push(inlines(only, refuse));
      else
        refuse(
          more[0] ?? item,
          'an item of a list holds more than a line of text; write each item as one paragraph, without a list inside',
        );
    }
    return list.items.length > 0 ? [list] : [];
  }
  refuse(node, BLOCKS[node.type] ?? 'this does not belong into a text; write a paragraph');
  return [];
}

const BLOCKS: Record<string, string> = {
  heading:
    'a heading does not belong into a text; write a paragraph (a line of === or --- below a text makes a heading, too)',
  code: 'a block of code does not belong into a text; write `code` inside a sentence, and start lines without spaces',
  html: 'HTML does not belong into a text; write **strong**, *emphasis*, `code` or [words](https://example.org)',
  blockquote: 'a quotation does not belong into a text; write it in our own words',
  thematicBreak:
    'a line across does not belong into a text; begin a new paragraph with an empty line',
  definition:
    'the address of a link stands by itself; write it beside the words: [words](https://example.org)',
};

function inlines(paragraph: Paragraph, refuse: Refuse): Inline[] {
  return tidy(paragraph.children.flatMap((node) => inline(node, refuse)));
}

function inline(node: PhrasingContent, refuse: Refuse): Inline[] {
  const children = (of: PhrasingContent[]) => of.flatMap((child) => inline(child, refuse));
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: join(children(node.children)) }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'link':
      if (!isSafeAddress(node.url)) refuse(node, wrongAddress(node.url));
      else if (node.title)
        refuse(node, `the link has a title that nobody would see; delete "${node.title}"`);
      else if (node.children.length === 0)
        refuse(node, 'the link has no words; write them in the square brackets');
      else return [{ type: 'link', url: node.url, children: join(children(node.children)) }];
      return children(node.children);
    default:
      refuse(node, INLINES[node.type] ?? 'this does not belong into a text; write plain words');
      return [];
  }
}

const INLINES: Record<string, string> = {
  html: BLOCKS.html!,
  image: 'a picture does not belong into a text; say in words what it shows',
  imageReference: 'a picture does not belong into a text; say in words what it shows',
  linkReference: BLOCKS.definition!,
  break:
    'a line cannot be broken by hand; begin a new paragraph with an empty line, and end lines without spaces or a backslash',
};

/** One text where several follow each other, and line ends as spaces. */
function join(children: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + child;
    else joined.push(child);
  }
  return joined.map((child) =>
    typeof child === 'string' ? child.replace(/\s*\n\s*/g, ' ') : child,
  );
}

const tidy = (children: Inline[]): Inline[] => join(children).filter((child) => child !== '');
