import type { ContentSource } from '@sealmark/element-kit';
import records from '@sealmark/messengers/all';
import type { CardRecord } from '@sealmark/schema';

/** The ids of all entries. */
export const names: readonly string[] = records.map(({ id }) => id);

/** The page that all entries stand on. */
export const page = '/real-time-communication/';

/** The cards of the content package, and the addresses of our own pages. */
export const content: ContentSource = {
  async card(name) {
    if (!names.includes(name)) return undefined;
    const file = `@sealmark/messengers/cards/${name}`;
    return ((await import(file)) as { default: CardRecord }).default;
  },
  href(destination, id) {
    if (destination === 'entries') return page;
    if (destination === 'guide') return `/guides/${id}/`;
    const anchor = { entry: '', sources: '#claims', history: '#history' }[destination];
    return `/messengers/${id}/${anchor}`;
  },
};
