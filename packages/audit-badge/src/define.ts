import { define } from '@sealmark/element-kit';
import { AuditBadge } from './audit-badge.ts';

define('audit-badge', AuditBadge);

declare global {
  interface HTMLElementTagNameMap {
    'audit-badge': AuditBadge;
  }
}
