import type { GlobalComponents } from 'vue';
import type {} from '@sealmark/audit-badge/vue';
import type {} from '@sealmark/downloads-dropdown/vue';
import type {} from '@sealmark/messenger-card/vue';
import { record } from './record.ts';

/** What a template may write on a tag, as the checks of Vue's templates read it. */
type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const card: Props<'messenger-card'> = {
  id: 'signal',
  class: 'card',
  name: 'signal',
  layout: 'compact',
  'heading-level': 2,
  messenger: record,
  onMessengerLoad: (event) => event.name.toUpperCase(),
  onDownloadFollow: (event) => event.url.length,
};
export const badge: Props<'audit-badge'> = { audits: record.audits, date: '2016' };
export const dropdown: Props<'downloads-dropdown'> = { downloads: record.downloads, open: true };

export const wrong: Props<'messenger-card'>[] = [
  // @ts-expect-error there are two layouts
  { layout: 'tiny' },
  // @ts-expect-error a record is no text
  { messenger: 'signal' },
  // @ts-expect-error there is no such property
  { downloads: [] },
];
