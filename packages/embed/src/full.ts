/** Everything in one file: the elements, their languages and all cards. */
import { setContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { addresses } from './addresses.ts';
import '@sealmark/audit-badge/define.js';
import '@sealmark/audit-badge/provide.js';
import '@sealmark/downloads-dropdown/define.js';
import '@sealmark/downloads-dropdown/provide.js';
import '@sealmark/messenger-card/define.js';
import '@sealmark/messenger-card/provide.js';

/** The cards of all entries by id, put in by the build. */
declare const CARDS: Readonly<Record<string, CardRecord>>;
/** The site's address, put in by the build; empty where there is none. */
declare const SITE_URL: string;

const cards = new Map(Object.entries(CARDS));

setContentSource({
  card: (name) => cards.get(name),
  ...(SITE_URL && { href: addresses(SITE_URL) }),
});
