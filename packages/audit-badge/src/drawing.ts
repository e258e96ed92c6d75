import { formatList, type Locale } from '@sealmark/element-kit';
import { drawing, html } from '@sealmark/element-kit/draw.js';
import type { CardAudit } from '@sealmark/schema';
import type { AuditBadge } from './audit-badge.ts';
import { audits } from './audits.ts';
import { isAudit } from './check.ts';
import { words } from './words.ts';

/** What `<audit-badge>` draws with. */
const badgeDrawing = drawing<AuditBadge>(words, (badge, locale) => {
  const list = listOf(badge, locale);
  const { looked, open } = badge;
  const labeled = badge.firstElementChild ?? badge.textContent?.trim();
  const label = labeled ? html`<bdi><slot></slot></bdi>` : undefined;
  return {
    content: audits(list, locale, { looked, open, label }),
    states: list.length ? [] : ['none'],
  };
});

export default badgeDrawing;

/** The audits that a badge was given, or the single one of its attributes. */
function listOf(badge: AuditBadge, locale: Locale): readonly CardAudit[] {
  const { audits: list, date, auditor, scope = 'client', href } = badge;
  if (list) return Array.isArray(list) ? list.filter(isAudit) : [];
  if (!(date ?? auditor ?? href)) return [];
  const auditors = (auditor ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return [
    {
      kind: 'audit',
      lang: locale.language,
      title: formatList(auditors, locale.language) || locale('audit'),
      auditors,
      ...(date && { date }),
      scope: scope ? [{ part: scope }] : [],
      target: { relation: 'self' },
      links: href ? [{ role: 'report', url: href }] : [],
    },
  ];
}
