import { warn } from './report.ts';

/** Stands for the page's own site: only the browser knows what a path becomes (`/\\host`, tabs within). */
const here = 'https://here.invalid';

/**
 * The address as it may stand in a link: `https:` addresses, and paths within the page's own site.
 * Everything else is dropped and reported, and gives `undefined`.
 */
export function safeUrl(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address) return undefined;
  if (URL.canParse(address, here)) {
    const { protocol, origin } = new URL(address, here);
    if (protocol === 'https:' && (origin === here || /^https:/i.test(address))) return address;
  }
  warn(`dropped a link that is not https: ${address.slice(0, 80)}`);
  return undefined;
}

/** The host of an address as readers know it; the address itself where it has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
