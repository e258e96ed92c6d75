/** What draws audits, for a badge and for elements that have one in them. */
export { audits, type AuditsOptions } from './audits.ts';
export { auditsStyles } from './audits.styles.ts';
export { isAudit } from './check.ts';
export { type AuditSummary, summarize } from './summary.ts';
export { words as auditWords } from './words.ts';
