import { isTemplateResult } from 'lit/directive-helpers.js';
import { nothing, type TemplateResult } from 'lit/html.js';

/** Gives what stands in a place of a template. */
type Place = (values: readonly unknown[]) => string;

/** Templates as they are written: markup, and places for values. Each is read once. */
const templates = new WeakMap<TemplateStringsArray, readonly (string | Place)[]>();

/**
 * The markup of a template of ours, without the comments that only hydration needs and without the white space by which
 * templates are laid out. White space with a line break in it is layout where a template has it, and a space where a value
 * has it; white space on one line counts.
 *
 * Takes texts, numbers, templates and lists of these, in places for content and in attributes.
 *
 * @throws {TypeError} where a value is something else, such as a directive.
 */
export function markup(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (value == null || value === nothing) return '';
  if (Array.isArray(value)) {
    let result = '';
    for (const item of value) result += markup(item);
    return result;
  }
  if (!isTemplateResult(value)) return text(plain(value));
  const { strings, values } = value as TemplateResult;
  let pieces = templates.get(strings);
  if (!pieces) templates.set(strings, (pieces = read(strings)));
  let result = '';
  for (const piece of pieces) result += typeof piece === 'string' ? piece : piece(values);
  return result;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (words: string): string =>
  /[&<>"']/.test(words)
    ? words.replace(/[&<>"']/g, (character) => entities[character] as string)
    : words;

const text = (words: string): string =>
  escape(words.includes('\n') ? words.replace(/\s*\n\s*/g, ' ') : words);

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`A template cannot be written with a value of type ${typeof value}.`);
  return String(value);
}

/** Stands where a value goes, and in no template. */
const hole = '\0';

/** A comment, a tag, a place for content, or text. */
const tokens = /<!--.*?-->|<[^>]*>|\0|[^<\0]+/gs;

/** The name of an attribute, and its value in quotes or without. */
const attributes = /([^\s=">]+)(?:=(?:"([^"]*)"|([^\s">]*)))?/g;

/** Reads a template. */
function read(strings: readonly string[]): (string | Place)[] {
  const pieces: (string | Place)[] = [];
  let index = 0;
  function put(piece: string | Place): void {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  function putAttribute(name: string, value: string): void {
    const [first = '', ...rest] = value.split(hole);
    const at = index;
    index += rest.length;
    if (!rest.length) put(attribute(name, value));
    else if (name.startsWith('?'))
      put((values) => (values[at] && values[at] !== nothing ? ` ${name.slice(1)}` : ''));
    else
      put((values) => {
        let words = first;
        for (let part = 0; part < rest.length; part += 1) {
          const given = values[at + part];
          // One value that is nothing takes the attribute away.
          if (given === nothing) return '';
          words += escape(plain(given ?? '')) + rest[part];
        }
        return attribute(name, words);
      });
  }

  for (const [token] of strings.join(hole).matchAll(tokens)) {
    if (token === hole) {
      const at = index;
      index += 1;
      put((values) => markup(values[at]));
    } else if (token.startsWith('</')) {
      put(token.replace(/\s+/, ''));
    } else if (token.startsWith('<!--')) {
      continue;
    } else if (token.startsWith('<')) {
      const [start = ''] = /^<[^\s>]+/.exec(token) ?? [];
      put(start);
      for (const [, name = '', quoted, bare = ''] of token.slice(start.length).matchAll(attributes))
        putAttribute(name, quoted ?? bare);
      put('>');
    } else {
      put(token.replace(/^\s*\n\s*|\s*\n\s*$/g, '').replace(/\s*\n\s*/g, ' '));
    }
  }
  return pieces;
}

/** An attribute with its value, where that says something. */
function attribute(name: string, value: string): string {
  const list = name === 'class';
  const words =
    list && /^\s|\s\s|[^\S ]|\s$/.test(value) ? value.trim().replace(/\s+/g, ' ') : value;
  if (words) return ` ${name}="${words}"`;
  return list || name === 'style' ? '' : ` ${name}`;
}
