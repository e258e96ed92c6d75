import { warn } from './report.ts';

/** Stands for the page's own site: only the browser knows what a path becomes (`/\\host`, tabs within). */
const here = 'https://here.invalid';

/** What was read last: a card asks for each of its addresses several times. */
const lately = new Map<string, URL>();

function read(address: string): URL | undefined {
  let url = lately.get(address);
  if (!url && URL.canParse(address, here)) {
    if (lately.size > 99) lately.clear();
    lately.set(address, (url = new URL(address, here)));
  }
  return url;
}

/**
 * The address as it may stand in a link: `https:` addresses, and paths within the page's own site.
 * Everything else is dropped and reported, and gives `undefined`.
 */
export function safeUrl(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address) return undefined;
  const { protocol, origin } = read(address) ?? {};
  if (protocol === 'https:' && (origin === here || /^https:/i.test(address))) return address;
  warn(`dropped a link that is not https: ${address.slice(0, 80)}`);
  return undefined;
}

/** The host of an address as readers know it; the address itself where it has none. */
export function hostOf(address: string): string {
  const url = read(address);
  return url && url.origin !== here ? url.host.replace(/^www\./, '') : address;
}
