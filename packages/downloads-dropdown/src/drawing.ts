import { isServer, languageOf, warn } from '@sealmark/element-kit';
import { drawing, html } from '@sealmark/element-kit/draw.js';
import type { CardDownload } from '@sealmark/schema';
import { isDownload } from './check.ts';
import type { DownloadsDropdown } from './downloads-dropdown.ts';
import { downloads } from './downloads.ts';
import { ownPlatform } from './platform.ts';
import { words } from './words.ts';

/** What `<downloads-dropdown>` draws with. */
const dropdownDrawing = drawing<DownloadsDropdown>(words, (dropdown, locale) => {
  const list = listOf(dropdown);
  // A server does not see the children; and children that make no list are better than nothing.
  if (!list.length) return isServer ? { content: html`<slot></slot>`, states: [] } : undefined;
  const { platform, open, label } = dropdown;
  const own = isServer ? undefined : ownPlatform(navigator);
  const options = { platform: platform ?? own, own: platform === undefined, open, label };
  return { content: downloads(list, locale, options), states: [] };
});

export default dropdownDrawing;

/** The downloads that a dropdown was given, or the links among its children. */
function listOf(dropdown: DownloadsDropdown): readonly CardDownload[] {
  const links = isServer
    ? []
    : dropdown.querySelectorAll<HTMLAnchorElement>('a[data-platform][href]');
  if (!isServer && !dropdown.downloads && dropdown.querySelector('a[href]:not([data-platform])')) {
    warn('a link in <downloads-dropdown> has no data-platform, and is not in the list');
  }
  const list =
    dropdown.downloads ??
    [...links].map((link) => ({
      platform: link.dataset['platform'] as string,
      url: link.getAttribute('href') as string,
      label: link.textContent.trim(),
      lang: languageOf(link),
    }));
  return Array.isArray(list) ? list.filter(isDownload) : [];
}
