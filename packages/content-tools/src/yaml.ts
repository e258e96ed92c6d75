import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { pathInWords, type Path, type Problem } from './problems.ts';
import { quote } from './words.ts';

/** A file of the content, read. */
export interface ContentFile {
  /** From the folder of the package, with slashes. */
  path: string;
  text: string;
  /** What it says. Undefined when it could not be read. */
  data: unknown;
  lines: LineCounter;
  document: Document | undefined;
}

/**
 * Reads YAML 1.2 without its tricks: no anchors, aliases, merge keys, tags, directives, tabs or
 * second document. What is wrong comes back as problems; then `data` is undefined.
 */
export function readYaml(path: string, text: string): { file: ContentFile; problems: Problem[] } {
  const lines = new LineCounter();
  const file: ContentFile = { path, text, data: undefined, lines, document: undefined };
  const problems: Problem[] = [];
  const report = (start: number, end: number, message: string, field: Path = []) =>
    problems.push({ ...span(file, start, end), field: pathInWords(field), rule: 'yaml', message });

  const documents = parseAllDocuments(text, {
    version: '1.2',
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const tab = text.indexOf('\t');
  if (tab >= 0) {
    report(tab, tab + 1, 'a tab stands here; write spaces instead');
    return { file, problems };
  }
  if (!Array.isArray(documents) || documents.length === 0) {
    report(0, 1, 'the file is empty; write the fields of the entry');
    return { file, problems };
  }
  const [document, second] = documents;
  if (second) {
    const start = second.contents?.range?.[0] ?? 0;
    report(start, start + 1, 'a second document starts after "---"; keep one document in a file');
  }
  if (document!.directives?.yaml.explicit) {
    report(0, text.indexOf('\n'), 'a line that starts with % changes how the file is read; delete it');
  }
  for (const error of document!.errors) report(...error.pos, syntax(error, document!, text, lines));
  visit(document!, {
    Node: (_, node, parents) => {
      const found = trick(node);
      if (found) report(node.range![0] - found.before, node.range![1], found.message, pathTo(parents));
    },
    Pair: (_, pair, parents) => {
      if (isScalar(pair.key) && pair.key.value === '<<') {
        report(pair.key.range![0], pair.key.range![1], '"<<" merges another part of the file; write its fields out', pathTo(parents));
      }
    },
  });
  if (problems.length === 0) {
    file.document = document!;
    file.data = document!.toJS();
  }
  return { file, problems: firstOfEachLine(problems) };
}

/** The place of a value, or of the name of its field. The nearest there is when it is not written. */
export function place(file: ContentFile, path: Path, at: 'value' | 'key' = 'value'): Omit<Problem, 'field' | 'rule' | 'message'> {
  let node: Node | null | undefined = file.document?.contents as Node | null | undefined;
  let key: Node | undefined;
  for (const part of path) {
    const pair = isMap(node) ? (node.items as Pair<Node, Node | null>[]).find((item) => isScalar(item.key) && String(item.key.value) === String(part)) : undefined;
    const next: Node | null | undefined = pair ? pair.value : isSeq(node) ? (node.items[Number(part)] as Node) : undefined;
    if (pair) key = pair.key;
    else if (next) key = undefined;
    else break;
    node = next;
    if (!node) break;
  }
  const isWritten = node?.range && node.range[1] > node.range[0];
  const target = key && (at === 'key' || !isWritten || isCollection(node)) ? key : node;
  const [start, end] = target?.range ?? [0, 1];
  return span(file, start, isCollection(target) ? start + 1 : end);
}

/** The place of a piece of a longer text: where it stands for the `nth` time in the value at the path. */
export function placeWithin(file: ContentFile, path: Path, piece: string, nth: number): Omit<Problem, 'field' | 'rule' | 'message'> {
  const node = file.document?.getIn(path, true);
  if (!isScalar(node) || !node.range || piece === '') return place(file, path);
  let start = node.range[0] - 1;
  for (let count = 0; count <= nth; count += 1) {
    start = file.text.indexOf(piece, start + 1);
    if (start < 0 || start >= node.range[1]) return place(file, path);
  }
  return span(file, start, start + piece.length);
}

function span(file: ContentFile, start: number, end: number): Omit<Problem, 'field' | 'rule' | 'message'> {
  const { line, col } = file.lines.linePos(start);
  const stop = file.text.indexOf('\n', start);
  const length = Math.min(end, stop < 0 ? file.text.length : stop) - start;
  return { file: file.path, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, length) };
}

/** What YAML offers to programmers, and a text does not need. */
function trick(node: Node): { message: string; before: number } | undefined {
  if (isAlias(node)) return { before: 0, message: `"*${node.source}" repeats another part of the file; write it out instead` };
  if ('anchor' in node && node.anchor) {
    return { before: 0, message: `"&${node.anchor}" names this part to repeat it elsewhere; delete the name and write each part out` };
  }
  if ('tag' in node && node.tag && node.tag !== node.tag.replace(/!/, '')) {
    return { before: 0, message: `the tag ${quote(shortTag(node.tag))} changes how the value is read; delete it` };
  }
  if ('tag' in node && node.tag) {
    return { before: 0, message: `the tag ${quote(shortTag(node.tag))} changes how the value is read; delete it` };
  }
  return undefined;
}

const shortTag = (tag: string): string => tag.replace('tag:yaml.org,2002:', '!!');

function pathTo(parents: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  parents.forEach((parent, index) => {
    const child = parents[index + 1];
    if (isPair(parent) && isScalar(parent.key)) path.push(String(parent.key.value));
    else if (isSeq(parent) && child) path.push(parent.items.indexOf(child));
  });
  return path;
}

/** One slip often makes several errors; the first of a line says it. */
function firstOfEachLine(problems: Problem[]): Problem[] {
  const seen = new Set<number>();
  return problems.filter(({ line }) => !seen.has(line) && seen.add(line));
}

function syntax(error: YAMLError, document: Document, text: string, lines: LineCounter): string {
  const [start, end] = error.pos;
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const name = keyAt(document, start) ?? text.slice(start, end);
      const first = firstLineOf(document, start, name, lines);
      return `the field ${quote(name)} is written twice; keep one of the two${first ? ` (the other stands in line ${first})` : ''}`;
    }
    case 'TAB_AS_INDENT':
      return 'a tab stands here; write spaces instead';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a colon with a space after it stands inside the text; put the whole text in quotes';
    case 'BAD_SCALAR_START':
      return `a text cannot start with ${text[start]} unless it stands in quotes; put the whole text in quotes`;
    case 'BAD_INDENT':
      return 'this line is not indented like the lines it belongs to; give it the same number of spaces';
    case 'MISSING_CHAR':
      return /quote/.test(error.message)
        ? 'the quote that was opened is not closed; write the same quote again at the end of the text'
        : 'a field has no colon after its name; write the name, a colon, a space and the value';
    case 'BAD_DQ_ESCAPE':
      return 'a backslash in double quotes has a meaning of its own; write the text in single quotes';
    case 'NON_STRING_KEY':
      return 'the name of a field is a word; write a name, a colon and the value';
    case 'UNEXPECTED_TOKEN':
      return `${quote(text.slice(start, Math.max(end, start + 1)))} does not belong here; put a text with special signs in quotes, and see that each bracket and quote is closed once`;
    default:
      return `the file cannot be read from here on (${error.message}); compare the line with those of another entry`;
  }
}

function keyAt(document: Document, offset: number): string | undefined {
  let found: string | undefined;
  visit(document, {
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.range?.[0] === offset) found = String(pair.key.value);
    },
  });
  return found;
}

/** The line of the field of the same name in the same map. */
function firstLineOf(document: Document, offset: number, name: string, lines: LineCounter): number | undefined {
  let line: number | undefined;
  visit(document, {
    Map: (_, map) => {
      const keys = map.items.map((item) => item.key).filter((key) => isScalar(key));
      if (!keys.some((key) => key.range?.[0] === offset)) return;
      const first = keys.find((key) => String(key.value) === name);
      if (first?.range && first.range[0] !== offset) line = lines.linePos(first.range[0]).line;
    },
  });
  return line;
}
