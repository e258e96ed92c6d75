export { markAges } from './age.ts';
export { AuditBadge } from './audit-badge.ts';
export { languages as auditLanguages } from './languages/index.ts';
export { firstWords as firstAuditWords } from './first-words.ts';
