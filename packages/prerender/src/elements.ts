import { AuditBadge } from '@sealmark/audit-badge';
import '@sealmark/audit-badge/define.js';
import '@sealmark/audit-badge/provide.js';
import { DownloadsDropdown } from '@sealmark/downloads-dropdown';
import '@sealmark/downloads-dropdown/define.js';
import '@sealmark/downloads-dropdown/provide.js';
import { MessengerCard } from '@sealmark/messenger-card';
import '@sealmark/messenger-card/define.js';
import '@sealmark/messenger-card/provide.js';

/** The elements whose roots are written, by tag. */
export const elements = {
  'messenger-card': MessengerCard,
  'audit-badge': AuditBadge,
  'downloads-dropdown': DownloadsDropdown,
} as const;

/** The tag of an element of ours. */
export type Tag = keyof typeof elements;

/** The tags of all elements of ours. */
export const tags = Object.keys(elements) as Tag[];

/** Whether a tag is one of ours. */
export const isTag = (name: string): name is Tag => Object.hasOwn(elements, name);
