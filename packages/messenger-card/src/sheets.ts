import { auditsStyles } from '@sealmark/audit-badge/draw.js';
import { downloadsStyles } from '@sealmark/downloads-dropdown/draw.js';
import { base } from '@sealmark/element-kit/draw.js';
import { cardStyles } from './messenger-card.styles.ts';

/** The styles of `<messenger-card>`. */
export default [base, auditsStyles, downloadsStyles, cardStyles];
