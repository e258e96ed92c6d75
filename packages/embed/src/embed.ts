/** Registers the bundled cards, then the elements. */
import './register.ts';
import '@sealmark/audit-badge/define.js';
import '@sealmark/downloads-dropdown/define.js';
import '@sealmark/messenger-card/define.js';
