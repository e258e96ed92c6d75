import '@sealmark/messenger-card/define.js';
import { setContentSource } from '@sealmark/element-kit';
import { createApp } from 'vue';
import Page from './Page.vue';

const cards = { signal: () => import('@sealmark/messengers/cards/signal') };
setContentSource({ card: async (name) => (await cards[name]?.())?.default });

createApp(Page).mount(document.body);
