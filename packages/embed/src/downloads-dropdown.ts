/** `<downloads-dropdown>` alone, in one file but for its languages. */
import '@sealmark/downloads-dropdown/define.js';
import '@sealmark/downloads-dropdown/provide.js';
