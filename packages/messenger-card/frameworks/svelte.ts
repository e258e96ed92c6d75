import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from '@sealmark/audit-badge/svelte';
import type {} from '@sealmark/downloads-dropdown/svelte';
import type {} from '@sealmark/messenger-card/svelte';
import { record } from './record.ts';

export const card: SvelteHTMLElements['messenger-card'] = {
  id: 'signal',
  class: 'card',
  name: 'signal',
  layout: 'compact',
  'heading-level': '2',
  messenger: record,
  'onmessenger-load': (event) => event.name.toUpperCase(),
  'ondownload-follow': (event) => event.url.length,
};
export const badge: SvelteHTMLElements['audit-badge'] = { audits: record.audits, date: '2016' };
export const dropdown: SvelteHTMLElements['downloads-dropdown'] = {
  downloads: record.downloads,
  open: true,
};

export const wrong: SvelteHTMLElements['messenger-card'][] = [
  // @ts-expect-error there are two layouts
  { layout: 'tiny' },
  // @ts-expect-error a record is no text
  { messenger: 'signal' },
  // @ts-expect-error the event has no such field
  { 'onmessenger-load': (event) => event.nowhere },
];
