/**
 * Turns the paths of a page that start at the site's root into ones that start at the page itself, so that the site
 * stands under any path, on any host, and in a folder.
 *
 * @param html the page, in which such addresses stand in double quotes.
 * @param url the page's own path, from the root.
 */
export function relative(html: string, url: string): string {
  const up = '../'.repeat(url.split('/').length - 2) || './';
  return html.replaceAll(/(\s(?:href|src|data-index|data-root)=")\/(?!\/)/g, `$1${up}`);
}

/** The same for a page that is sent from any path: its addresses start at the site's root, which `base` names. */
export const rooted = (html: string, base: string): string =>
  html.replaceAll(/(\s(?:href|src)=")\/(?!\/)/g, `$1${base}/`);

/** The same for a folder on a disk, where no server knows which page of a folder is meant: links name it. */
export const named = (html: string): string =>
  html.replaceAll(/(\shref="[^":]*\/)(?=[#?"])/g, '$1index.html');
