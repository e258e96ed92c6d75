import { createHash } from 'node:crypto';
import { Features, type Selector, type SelectorComponent, transform } from 'lightningcss';
import type { CSSResult } from 'lit';
import { elements, type Tag } from './elements.ts';

const targets = { chrome: 125 << 16, firefox: 128 << 16, safari: (17 << 16) | (5 << 8) };

const filename = 'sealmark.css';

let sheet: { readonly name: string; readonly text: string } | undefined;

/**
 * The one stylesheet of all elements, for their roots and for the page's head. Each of its rules
 * matches inside the shadow roots of the elements that it belongs to, and never in the page itself.
 * Its name changes with its text.
 */
export function stylesheet(): { readonly name: string; readonly text: string } {
  if (sheet) return sheet;
  const text = build();
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return (sheet = { name: `sealmark.${hash}.css`, text });
}

/** Whether an address is that of a stylesheet of ours, of this version or another. */
export const isStylesheet = (address: string): boolean =>
  /(?:^|\/)sealmark\.[\da-f]{12}\.css$/.test(address);

/** The link to a stylesheet. */
export const linkTo = (address: string): string =>
  `<link rel="stylesheet" href="${escape(address)}">`;

/** A text as it stands in markup, in quotes or between tags. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function build(): string {
  const owners = new Map<string, Tag[]>();
  for (const [tag, { elementStyles }] of Object.entries(elements)) {
    for (const sheet of elementStyles) {
      const css = (sheet as CSSResult).cssText;
      owners.set(css, [...(owners.get(css) ?? []), tag as Tag]);
    }
  }
  // What is shared comes first, as it does in every class.
  const sheets = [...owners].sort(([, a], [, b]) => b.length - a.length);
  const scoped = sheets.map(([css, tags]) => scope(css, tags)).join('\n');
  return transform({ filename, code: Buffer.from(scoped), minify: true, targets }).code.toString();
}

/** Lets a sheet match nowhere but in the shadow roots of some elements. Their order of weight stays. */
function scope(css: string, tags: readonly Tag[]): string {
  const everywhere = tags.length === Object.keys(elements).length;
  const named: SelectorComponent[] = tags.map((name) => ({ type: 'type', name }));
  const host: SelectorComponent[] = everywhere
    ? []
    : named.length === 1
      ? named
      : [{ type: 'pseudo-class', kind: 'is', selectors: named.map((name) => [name]) }];
  const inside: SelectorComponent[] = [
    {
      type: 'pseudo-class',
      kind: 'where',
      selectors: [[{ type: 'pseudo-class', kind: 'host', selectors: host.length ? host : null }]],
    },
    { type: 'combinator', value: 'descendant' },
  ];
  // A nested selector says nothing of where it stands.
  const flat = transform({ filename, code: Buffer.from(css), include: Features.Nesting }).code;
  return transform({
    filename,
    code: flat,
    visitor: {
      Selector(selector: Selector) {
        const [first, ...rest] = selector;
        if (first?.type !== 'pseudo-class' || first.kind !== 'host')
          return [...inside, ...selector];
        if (!host.length) return selector;
        return [{ ...first, selectors: [...host, ...(first.selectors ?? [])] }, ...rest];
      },
    },
  }).code.toString();
}
