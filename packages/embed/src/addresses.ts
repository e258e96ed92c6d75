import type { Destination } from '@sealmark/element-kit';

/** Where the pages of a site are; the site may stand below a path. */
export function addresses(
  site: string,
): (destination: Destination, id?: string) => string | undefined {
  const root = site.replace(/\/*$/, '/');
  const address = (path: string) => new URL(path, root).href;
  return (destination, id) => {
    if (destination === 'entries') return address('real-time-communication/');
    if (destination === 'guide') return address(`guides/${id}/`);
    const anchor = { entry: '', sources: '#claims', history: '#history' }[destination];
    return address(`messengers/${id}/${anchor}`);
  };
}
