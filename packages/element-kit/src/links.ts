import { warn } from './report.ts';

/**
 * The address as it may stand in a link: `https:` addresses, and paths of the page's own site.
 * Everything else is dropped and reported, and gives `undefined`.
 */
export function safeUrl(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  if (/^(\/(?!\/)|[.#?])/.test(address)) return address;
  if (/^https:\/\//i.test(address) && URL.canParse(address)) return address;
  warn(`dropped a link that is not https: ${address.slice(0, 80)}`);
  return undefined;
}

/** The host of an address as readers know it; the address itself where it has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
