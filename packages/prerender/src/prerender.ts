import { type ContentSource, loadLanguage } from '@sealmark/element-kit';
import { readRecord } from '@sealmark/messenger-card';
import { elements } from './elements.ts';
import { find, type Found } from './find.ts';
import { nearest } from './near.ts';
import { attributesOf, renderRoot } from './render.ts';

/** Why an element was left as it is. */
export interface Problem {
  /** The file, as it was given; `undefined` for a text. */
  readonly file: string | undefined;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The element's tag. */
  readonly element: string;
  /** What is the matter and what to write, as a sentence. */
  readonly message: string;
}

/** What a prerenderer works with. */
export interface PrerendererOptions {
  /** Where cards come from. Only `card` and `href` are called; it is not registered as the page's. */
  readonly content: ContentSource;
  /** The address under which the page finds the text of `stylesheet()`. */
  readonly stylesheet: string;
  /** The names that the content has, from which a mistaken one is put right. */
  readonly names?: readonly string[];
}

/** What one text is prerendered with. */
export interface PageOptions {
  /** The name of the file for problems. */
  readonly file?: string | undefined;
  /** Reads the JSON that `src` names; `undefined` where it is not local. Without it such cards are left to the browser. */
  readonly read?: ((address: string) => unknown) | undefined;
  /** Told of every element that was left as it is. By default a warning in the console. */
  readonly report?: ((problem: Problem) => void) | undefined;
}

/** Everything that `prerender` takes. */
export interface PrerenderOptions extends PrerendererOptions, PageOptions {}

/** Writes the roots into a text. */
export type Prerenderer = (html: string, options?: PageOptions) => Promise<string>;

/**
 * Writes a declarative shadow root into every element of ours in a document or a fragment. Every
 * other byte stays as it was, save that a document gets one link to the stylesheet in its head.
 * Roots that stand there are renewed: doing it twice is the same as doing it once.
 *
 * An element that cannot be rendered keeps its children, and is reported.
 */
export function prerender(html: string, options: PrerenderOptions): Promise<string> {
  return createPrerenderer(options)(html, options);
}

/** A `prerender` for many texts, which renders equal elements once. */
export function createPrerenderer(options: PrerendererOptions): Prerenderer {
  const { stylesheet } = options;
  const link = `<link rel="stylesheet" href="${escape(stylesheet)}">`;
  const rendered = new Map<string, Promise<Rendering>>();

  async function rootOf(element: Found, page: PageOptions): Promise<Rendering> {
    if (!element.whole) return { message: 'The root that stands in it has no end tag.' };
    // A card's file may differ from folder to folder.
    if (element.attributes.get('src')) return renderElement(element, options, page.read);
    const { tag, lang, text, links } = element;
    const key = JSON.stringify([
      tag,
      lang,
      attributesOf(element),
      tag === 'messenger-card' || [text, links],
    ]);
    const known = rendered.get(key) ?? renderElement(element, options, undefined);
    rendered.set(key, known);
    return known;
  }

  return async (text, page = {}) => {
    const { file, report = warn } = page;
    // A byte order mark is no part of the HTML.
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const html = text.slice(mark.length);
    const { elements, head } = find(html, stylesheet);
    const roots = await Promise.all(elements.map((element) => rootOf(element, page)));
    let result = mark;
    let at = 0;
    let linked = head === undefined;
    const splice = (start: number, end: number, insert: string) => {
      result += html.slice(at, start) + insert;
      at = end;
    };
    for (const [index, { tag, start, end, line, column }] of elements.entries()) {
      const root = roots[index] as Rendering;
      if ('message' in root) {
        report({ file, line, column, element: tag, message: root.message });
        continue;
      }
      if (!linked) splice(head as number, head as number, link);
      linked = true;
      splice(start, end, `<template shadowrootmode="open">${link}${root.markup}</template>`);
    }
    return result + html.slice(at);
  };
}

type Rendering = { readonly markup: string } | { readonly message: string };

async function renderElement(
  element: Found,
  { content, names = [] }: PrerendererOptions,
  read: PageOptions['read'],
): Promise<Rendering> {
  const { tag, attributes, lang, text, links } = element;
  await loadLanguage(elements[tag].languages, lang || 'en');
  const draw = (properties: Record<string, unknown>): Rendering => ({
    markup: renderRoot({ tag, attributes, lang, properties }),
  });

  if (tag === 'downloads-dropdown') {
    return links.length
      ? draw({ downloads: links })
      : { message: 'It has no links with data-platform and href to list.' };
  }
  if (tag === 'audit-badge') {
    return ['date', 'auditor', 'href', 'looked'].some((name) => attributes.get(name))
      ? draw({ textContent: text })
      : {
          message:
            'It says nothing of an audit: give it a date, an auditor, an href, or the day you looked.',
        };
  }

  const src = attributes.get('src');
  const name = attributes.get('name');
  const asked = src ?? name;
  if (!asked) return { message: 'It has neither a name nor a src.' };
  try {
    const record = src ? await read?.(src) : await content.card(asked);
    if (record === undefined) {
      if (src) return { message: `“${src}” is not a local file, so it is left to the browser.` };
      const near = nearest(asked, names);
      return { message: `There is no entry “${asked}”.${near ? ` Did you mean “${near}”?` : ''}` };
    }
    return readRecord(record)
      ? draw({ messenger: record, content })
      : { message: `What “${asked}” leads to is not the record of a card.` };
  } catch (error) {
    return { message: `“${asked}” could not be read: ${(error as Error).message}` };
  }
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A problem as a line of text. */
export function describe({ file, line, column, element, message }: Problem): string {
  return `${file ?? 'HTML'}:${line}:${column}: <${element}> ${message}`;
}

const warn = (problem: Problem) => console.warn(describe(problem));
