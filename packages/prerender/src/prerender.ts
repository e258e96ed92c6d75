import { type ContentSource, loadLanguage } from '@sealmark/element-kit';
import { isObject } from '@sealmark/element-kit/draw.js';
import { elements } from './elements.ts';
import { find, type Found } from './find.ts';
import { nearest } from './near.ts';
import { attributesOf, renderRoot } from './render.ts';
import { escape, linkTo, stylesheet } from './stylesheet.ts';
import type { Warning } from './warning.ts';

/** What a prerenderer works with. */
export interface PrerendererOptions {
  /** Where cards come from. Only `card` and `href` are called; it is not registered as the page's. */
  readonly content: ContentSource;
  /** The address of the folder that the assets are served from; `/` by default. */
  readonly base?: string | undefined;
  /** The names that the content has, from which a mistaken one is put right. */
  readonly names?: readonly string[];
}

/** What one text is prerendered with. */
export interface PageOptions {
  /** The name of the file for problems. */
  readonly file?: string | undefined;
  /** Reads the JSON that `src` names; `undefined` where it is not local. Without it such cards are left to the browser. */
  readonly read?: ((address: string) => unknown) | undefined;
}

/** Everything that `prerender` takes. */
export interface PrerenderOptions extends PrerendererOptions, PageOptions {}

/** A file that results link to. */
export interface Asset {
  /** Its name, which changes with its text: `sealmark.0123456789ab.css`. */
  readonly name: string;
  readonly text: string;
}

/** What became of a text. */
export interface Prerendered {
  readonly html: string;
  /** What has to be served from `base`: the one stylesheet, where an element was rendered. */
  readonly assets: readonly Asset[];
  /** Every element that was left as it is, with its place. */
  readonly warnings: readonly Warning[];
  /** A content security policy that is enough for all that was put in. */
  readonly policy: string;
}

/** Writes the roots into a text. */
export type Prerenderer = (html: string, options?: PageOptions) => Promise<Prerendered>;

/**
 * Writes a declarative shadow root into every element of ours in a document or a fragment. Every
 * other byte stays as it was, save for one link to the stylesheet: in the head of a document, before
 * the first card of a fragment. What stands there already is renewed: twice is the same as once.
 *
 * An element that cannot be rendered stays as it is, and is told of in `warnings`.
 */
export function prerender(html: string, options: PrerenderOptions): Promise<Prerendered> {
  return createPrerenderer(options)(html, options);
}

/** A `prerender` for many texts, which renders equal elements once. */
export function createPrerenderer(options: PrerendererOptions): Prerenderer {
  const asset = stylesheet();
  const address = within(options.base ?? '/', asset.name);
  const link = linkTo(address);
  const rendered = new Map<string, Promise<Rendering>>();

  async function rootOf(element: Found, page: PageOptions): Promise<Rendering> {
    if (element.flaw) return { message: element.flaw };
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
    const { file } = page;
    // A byte order mark is no part of the HTML.
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const html = text.slice(mark.length);
    const { elements, inert, linked, head } = find(html);
    const roots = await Promise.all(elements.map((element) => rootOf(element, page)));
    const warnings: Warning[] = inert.map((place) => ({ file, ...place, inert: true }));
    const insertions: Insertion[] = [];
    for (const [index, { tag, start, end, before, line, column }] of elements.entries()) {
      const rendering = roots[index] as Rendering;
      if ('message' in rendering) {
        warnings.push({ file, line, column, element: tag, message: rendering.message });
        continue;
      }
      if (!insertions.length) {
        const at = head ?? before;
        insertions.push(
          linked
            ? { ...linked, text: `href="${escape(address)}"` }
            : { start: at, end: at, text: link },
        );
      }
      const root = `<template shadowrootmode="open">${link}${rendering.markup}</template>`;
      insertions.push({ start, end, text: root });
    }
    const some = insertions.length > 0;
    return {
      html: mark + insert(html, insertions),
      assets: some ? [asset] : [],
      warnings: warnings.sort((a, b) => a.line - b.line || a.column - b.column),
      policy: `default-src 'none'${some ? `; style-src ${sourceOf(address)}` : ''}`,
    };
  };
}

/** A text that takes the place of a part of another. */
interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function insert(html: string, insertions: Insertion[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of insertions.sort((a, b) => a.start - b.start)) {
    result += html.slice(at, start) + text;
    at = end;
  }
  return result + html.slice(at);
}

/** The address of something in a folder of which the address is `base`. */
export const within = (base: string, name: string): string =>
  base.replace(/(?<=[^/])$/, '/') + name;

/** What a policy has to allow for an address. */
function sourceOf(address: string): string {
  const here = 'https://here.invalid';
  const { origin } = new URL(address, here);
  return origin === here ? "'self'" : origin;
}

type Rendering = { readonly markup: string } | { readonly message: string };

async function renderElement(
  element: Found,
  { content, names = [] }: PrerendererOptions,
  read: PageOptions['read'],
): Promise<Rendering> {
  const { tag, attributes, lang, text, links } = element;
  await loadLanguage(elements[tag].languages, lang || 'en');
  const draw = (properties: Record<string, unknown>): Rendering | undefined => {
    const markup = renderRoot({ tag, attributes, lang, properties });
    return markup === undefined ? undefined : { markup };
  };

  if (tag === 'downloads-dropdown') {
    const root = links.length ? draw({ downloads: links }) : undefined;
    return root ?? { message: 'It has no links with data-platform and href to list.' };
  }
  if (tag === 'audit-badge') {
    const says = ['date', 'auditor', 'href', 'looked'].some((name) => attributes.get(name));
    const message =
      'It says nothing of an audit: give it a date, an auditor, an href, or the day you looked.';
    return (says ? draw({ textContent: text }) : undefined) ?? { message };
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
    const root = isObject(record) ? draw({ messenger: record, content }) : undefined;
    return root ?? { message: `What “${asked}” leads to is not the record of a card.` };
  } catch (error) {
    return { message: `“${asked}” could not be read: ${(error as Error).message}` };
  }
}
