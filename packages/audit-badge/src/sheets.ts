import { base } from '@sealmark/element-kit/draw.js';
import { badgeStyles } from './audit-badge.styles.ts';
import { auditsStyles } from './audits.styles.ts';

/** The styles of `<audit-badge>`. */
export default [base, auditsStyles, badgeStyles];
