import { isServer, languageOf, warn } from '@sealmark/element-kit';
import { drawing, html, nothing } from '@sealmark/element-kit/draw.js';
import { isDownload } from './check.ts';
import type { DownloadsDropdown } from './downloads-dropdown.ts';
import { type Download, downloads } from './downloads.ts';
import { ownPlatform } from './platform.ts';
import { words } from './words.ts';

/** What `<downloads-dropdown>` draws with. */
const dropdownDrawing = drawing<DownloadsDropdown>(words, (dropdown, locale) => {
  const given = dropdown.downloads;
  const list = given ?? (isServer ? [] : linksOf(dropdown));
  const all: readonly Download[] = Array.isArray(list) ? list : [];
  const good = all.filter(isDownload);
  if (good.length < all.length)
    warn('<downloads-dropdown> leaves out what has no platform, no address or no words');
  if (!good.length) {
    if (dropdown['adopted'] && !given) return undefined;
    // A server does not see the children; and children that make no list are better than nothing.
    const shows = !given && (isServer || dropdown.firstElementChild || dropdown.textContent.trim());
    return shows
      ? { content: html`<slot></slot>`, states: [] }
      : { content: nothing, states: ['empty'] };
  }
  const { platform, open, label } = dropdown;
  const own = isServer ? undefined : ownPlatform(navigator);
  const options = {
    lang: locale.place,
    platform: platform ?? own,
    own: platform === undefined,
    open,
    label,
  };
  return { content: downloads(good, locale, options), states: [] };
});

export default dropdownDrawing;

/** The links among the children that make the list. */
const listed = 'a[data-platform]:not([data-platform=""], [hidden])[href]';

/** What is never in sight, and tells readers nothing. */
const unseen = 'script, style, template, noscript, link, meta, [hidden], [aria-hidden="true"]';

/** The links among the children as downloads. The page's author is told of what does not become one. */
function linksOf(dropdown: DownloadsDropdown): readonly Download[] {
  for (const lost of dropdown.querySelectorAll(':scope > *, a')) {
    if (!lost.matches(`${unseen}, ${listed}, :has(${listed})`))
      warn(
        `a child of <downloads-dropdown> is not in its list, for it is no link with data-platform and href: <${lost.localName}>${lost.textContent.trim().slice(0, 80)}`,
      );
  }
  return [...dropdown.querySelectorAll<HTMLAnchorElement>(listed)].map((link) => {
    const said = (name: string) => link.getAttribute(name) ?? undefined;
    const words = wordsOf(link).trim();
    return {
      platform: said('data-platform') as string,
      url: said('href') as string,
      label: words || link.title,
      note: words && link.title,
      lang: languageOf(link),
      download: said('download'),
      target: said('target'),
      hreflang: said('hreflang'),
    };
  });
}

/** The words that readers of a link are given, also where they come from a picture. */
function wordsOf(node: Node): string {
  if (!(node instanceof Element)) return node instanceof Text ? node.data : '';
  if (node.matches(unseen)) return '';
  const words = [...node.childNodes].map(wordsOf).join('');
  return words.trim()
    ? words
    : (node.getAttribute('alt') ?? node.getAttribute('aria-label') ?? words);
}
