import type { Destination } from '@sealmark/element-kit';

/** Where the pages of a site are, as far as it has them. */
export function addresses(
  site: string,
): (destination: Destination, id?: string) => string | undefined {
  const page = new URL('/real-time-communication/', site).href;
  return (destination, id) =>
    destination === 'entries' ? page : destination === 'entry' ? `${page}#${id}` : undefined;
}
