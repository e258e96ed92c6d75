/** `<messenger-card>` alone, in one file but for its languages and the cards. */
import './register.ts';
import '@sealmark/messenger-card/define.js';
import '@sealmark/messenger-card/provide.js';
