import '@sealmark/messenger-card/define.js';
import type { AuditBadge } from '@sealmark/audit-badge';
import type { DownloadsDropdown } from '@sealmark/downloads-dropdown';
import { setContentSource } from '@sealmark/element-kit';
import type { MessengerCard } from '@sealmark/messenger-card';
import card from '@sealmark/messengers/cards/signal';

setContentSource({ card: (id) => (id === card.id ? card : undefined) });

const element: MessengerCard = document.createElement('messenger-card');
element.messenger = card;
element.headingLevel = 2;
element.addEventListener('messenger-load', (event) => console.log(event.messenger?.id));
element.addEventListener('download-follow', (event) => console.log(event.platform));

export const badge: AuditBadge | null = document.querySelector('audit-badge');
export const dropdown: DownloadsDropdown | null = document.querySelector('downloads-dropdown');

// @ts-expect-error a record is no text
element.messenger = 'signal';
