import { auditsStyles } from '@sealmark/audit-badge';
import { downloadsStyles } from '@sealmark/downloads-dropdown';
import { base } from '@sealmark/element-kit';
import { cardStyles } from './messenger-card.styles.ts';

/** The styles of `<messenger-card>`. */
export default [base, auditsStyles, downloadsStyles, cardStyles];
