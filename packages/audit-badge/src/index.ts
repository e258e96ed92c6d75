export { markAge } from './age.ts';
export { AuditBadge } from './audit-badge.ts';
export { languages as auditLanguages } from './languages/index.ts';
