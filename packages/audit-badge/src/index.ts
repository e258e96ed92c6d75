export { markAges } from './age.ts';
export { AuditBadge } from './audit-badge.ts';
export { audits, type AuditsOptions } from './audits.ts';
export { isAudit } from './check.ts';
export { auditsStyles } from './audits.styles.ts';
export { type AuditSummary, summarize } from './summary.ts';
export { languages as auditLanguages } from './languages/index.ts';
export { firstWords as firstAuditWords } from './first-words.ts';
export { words as auditWords } from './words.ts';
