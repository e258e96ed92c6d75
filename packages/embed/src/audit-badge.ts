/** `<audit-badge>` alone, in one file but for its languages. */
import '@sealmark/audit-badge/define.js';
import '@sealmark/audit-badge/provide.js';
