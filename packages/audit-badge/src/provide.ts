import { AuditBadge } from './audit-badge.ts';
import drawing from './drawing.ts';
import sheets from './sheets.ts';

/** Lets every `<audit-badge>` draw at once: nothing of it has to be loaded later. */
AuditBadge.provide(drawing, sheets);
