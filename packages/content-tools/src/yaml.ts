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
  type Scalar,
  type YAMLError,
  type YAMLMap,
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
}

/** How many slips of a file are told at once: after so many there is mostly one reason for all of them. */
const MOST = 50;

/** A file as YAML sees it. */
interface Parsed {
  file: ContentFile;
  documents: Document[];
  lines: LineCounter;
}

/** Of the last file that was asked for: documents are many times as large as their text, so one is held at a time. */
let last: Parsed | undefined;

function parse(file: ContentFile): Parsed {
  if (last?.file === file) return last;
  const lines = new LineCounter();
  const documents = parseAllDocuments(file.text, {
    version: '1.2',
    stringKeys: true,
    // That compares each field with all others; it is looked for below.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  last = { file, lines, documents: Array.isArray(documents) ? documents : [] };
  return last;
}

/** Where a problem is. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'length'>;

/**
 * Reads YAML 1.2 without its tricks: no anchors, aliases, merge keys, tags, directives, tabs or
 * second document. What is wrong comes back as problems; then `data` is undefined.
 */
export function readYaml(path: string, text: string): { file: ContentFile; problems: Problem[] } {
  const file: ContentFile = { path, text, data: undefined };
  const problems: Problem[] = [];
  const isFull = () => problems.length > MOST;
  const report = (start: number, end: number, said: string, field: Path = []) => {
    if (isFull()) return;
    const message =
      problems.length < MOST
        ? said
        : 'more of the same follows from here on; correct what stands above first';
    problems.push({ ...span(file, start, end), field: pathInWords(field), rule: 'yaml', message });
  };

  const { documents, lines } = parse(file);
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  for (const { index } of text.matchAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g)) {
    if (isFull()) break;
    report(index, index + 1, 'a sign that cannot be seen stands here; delete it');
  }
  for (const { 0: before, index } of text.matchAll(/^[^\t\n]*(?=\t)/gm)) {
    if (isFull()) break;
    const tab = index + before.length;
    report(tab, tab + 1, 'a tab stands here; write spaces instead');
  }
  if (problems.length > 0) return { file, problems };
  if (documents.length === 0) {
    report(0, 1, 'the file is empty; write its contents');
    return { file, problems };
  }
  const [document, second] = documents;
  if (second) {
    const start = second.contents?.range?.[0] ?? 0;
    report(start, start + 1, 'a second document starts after "---"; keep one document in a file');
  }
  if (document!.directives?.yaml.explicit) {
    report(
      0,
      text.indexOf('\n'),
      'a line that starts with % changes how the file is read; delete it',
    );
  }
  // The first error often makes the rest.
  const [error] = document!.errors;
  if (error) {
    const { start, end, field, message } = syntax(error, document!, text);
    report(start, end, message, field);
  }
  visit(document!, {
    Node: (_, node, parents) => {
      if (isFull()) return visit.BREAK;
      for (const { key, first } of isMap(node) && !error ? writtenTwice(node) : []) {
        if (isFull()) break;
        const name = String(key.value);
        const message = `the field ${quote(name)} is written twice; keep one of the two (the other stands in line ${lines.linePos(first).line})`;
        report(key.range![0], key.range![1], message, [...pathTo([...parents, node]), name]);
      }
      const found = trick(node);
      if (!found) return undefined;
      const start = text.lastIndexOf(found.sign, node.range![0]);
      report(start, start + found.sign.length, found.message, pathTo([...parents, node]));
      return undefined;
    },
    Pair: (_, pair, parents) => {
      if (isScalar(pair.key) && pair.key.value === '<<') {
        const [start, end] = pair.key.range!;
        report(
          start,
          end,
          '"<<" merges another part of the file; write its fields out',
          pathTo(parents),
        );
      }
    },
  });
  if (problems.length === 0) file.data = document!.toJS() ?? null;
  return { file, problems };
}

/** The place of a value, or of the name of its field. The nearest there is when it is not written. */
export function place(file: ContentFile, path: Path, at: 'value' | 'key' = 'value'): Place {
  let node = parse(file).documents[0]?.contents as Node | null | undefined;
  let key: Node | undefined;
  for (const part of path) {
    const pair = isMap(node)
      ? (node.items as Pair<Node, Node | null>[]).find(
          (item) => isScalar(item.key) && String(item.key.value) === String(part),
        )
      : undefined;
    const next: Node | null | undefined = pair
      ? pair.value
      : isSeq(node)
        ? (node.items[Number(part)] as Node)
        : undefined;
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

/** A part of a value, as it stands there. */
export interface Piece {
  text: string;
  /** Where it starts in the value. */
  offset: number;
}

/**
 * The place of a part of the value at the path. Undefined where quotes, escapes or the ends of lines write the value
 * otherwise than it reads, so that nobody can be sure which part of the file is meant.
 */
export function placeWithin(
  file: ContentFile,
  path: Path,
  { text, offset }: Piece,
): Place | undefined {
  const node = parse(file).documents[0]?.getIn(path, true);
  if (!isScalar(node) || !node.range || text === '') return undefined;
  const [from, to] = node.range;
  const said = startsOf(text, String(node.value));
  const written = startsOf(text, file.text.slice(from, to));
  const start = written[said.indexOf(offset)];
  if (start === undefined || written.length !== said.length) return undefined;
  return span(file, from + start, from + start + text.length);
}

/** Where a piece starts in a text, each time. */
function startsOf(piece: string, text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) starts.push(at);
  return starts;
}

function span(file: ContentFile, start: number, end: number): Place {
  const { line, col } = parse(file).lines.linePos(start);
  const stop = file.text.indexOf('\n', start);
  const length = Math.min(end, stop < 0 ? file.text.length : stop) - start;
  return {
    file: file.path,
    line: Math.max(1, line),
    column: Math.max(1, col),
    length: Math.max(1, length),
  };
}

/** What YAML offers to programmers, and a text does not need. */
function trick(node: Node): { sign: string; message: string } | undefined {
  if (isAlias(node)) {
    const sign = `*${node.source}`;
    return { sign, message: `"${sign}" repeats another part of the file; write it out instead` };
  }
  const { anchor, tag } = node as Scalar;
  if (anchor) {
    const sign = `&${anchor}`;
    return { sign, message: `"${sign}" names this part to repeat it elsewhere; delete the name` };
  }
  if (!tag) return undefined;
  const sign = tag.replace('tag:yaml.org,2002:', '!!');
  return { sign, message: `the tag ${quote(sign)} changes how the value is read; delete it` };
}

function pathTo(parents: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  parents.forEach((parent, index) => {
    const child = parents[index + 1];
    if (isPair(parent) && isScalar(parent.key)) path.push(String(parent.key.value));
    else if (isSeq(parent) && child) path.push(parent.items.indexOf(child));
  });
  return path;
}

/** The names that stand in a group again, each with the place of the first one. */
function writtenTwice(map: YAMLMap): { key: Scalar; first: number }[] {
  const starts = new Map<string, number>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const first = starts.get(String(key.value));
    if (first === undefined) starts.set(String(key.value), key.range![0]);
    return first === undefined ? [] : [{ key, first }];
  });
}

/** The field that starts at an offset, or the last one before it. */
function fieldAt(document: Document, offset: number): Path {
  let path: Path = [];
  visit(document, {
    Pair: (_, pair, parents) => {
      if (isScalar(pair.key) && pair.key.range![0] <= offset)
        path = pathTo([...parents, pair, pair.value]);
    },
  });
  return path;
}

interface SyntaxProblem {
  start: number;
  end: number;
  field: Path;
  message: string;
}

/** Says where a slip in the writing is and what to do about it. */
function syntax(error: YAMLError, document: Document, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  const at = (message: string, field = fieldAt(document, start)): SyntaxProblem => ({
    start,
    end,
    field,
    message,
  });
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': {
      // The text before a second colon was taken for the name of a field; the field around it is meant.
      const field = fieldAt(document, start - 1);
      const name = text.slice(start).split(': ')[0]!;
      if (!name.includes('\n'))
        return at(
          'a colon with a space after it stands inside the text; put the whole text in quotes',
          field,
        );
      return at(
        'a colon is missing after the name of a field, or the lines from here on are not indented alike; compare them with those of another entry',
        field,
      );
    }
    case 'BAD_SCALAR_START':
      return at(
        `a text cannot start with ${text[start]} unless it stands in quotes; put the whole text in quotes`,
      );
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow ')) return openBracket(document, start, text);
      return at(
        'this line is not indented like the lines it belongs to; give it the same number of spaces',
      );
    case 'MISSING_CHAR':
      return /quote/.test(error.message)
        ? openQuote(document, start)
        : at(
            'a colon is missing after the name of a field; write the name, a colon, a space and the value',
          );
    case 'BAD_DQ_ESCAPE':
      return at(
        'a backslash in double quotes has a meaning of its own; write the text in single quotes',
      );
    case 'NON_STRING_KEY':
      return at('the name of a field is a word; write a name, a colon and the value');
    case 'UNEXPECTED_TOKEN': {
      const token = quote(text.slice(start, Math.max(end, start + 1)));
      return at(
        `${token} does not belong here; put a text with special signs in quotes, and close each bracket and quote once`,
      );
    }
    default:
      if (/call stack/.test(error.message))
        return at(
          'fields stand within fields more deeply than anybody writes; compare the file with another entry',
        );
      return at(
        `the file cannot be read from here on (${error.message}); compare the line with those of another entry`,
      );
  }
}

/** Points at the quote that was opened: the end of the file is where its end was missed. */
function openQuote(document: Document, offset: number): SyntaxProblem {
  let start = offset;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range![0] <= offset) start = range![0];
    },
  });
  const message =
    'the quote that is opened here is not closed; write the same quote again at the end of the text';
  return { start, end: start + 1, field: fieldAt(document, start), message };
}

/** Points at the bracket that was opened: the parser stumbles over the line after it. */
function openBracket(document: Document, offset: number, text: string): SyntaxProblem {
  let start = offset;
  visit(document, {
    Collection: (_, collection) => {
      const [from, to] = collection.range!;
      const isClosed = text[to - 1] === (isMap(collection) ? '}' : ']');
      if (collection.flow && from <= offset && !isClosed) start = from;
    },
  });
  const message = `the bracket that is opened here is not closed; write ${text[start] === '{' ? '}' : ']'} where it ends`;
  return { start, end: start + 1, field: fieldAt(document, start), message };
}
