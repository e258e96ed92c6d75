import '@sealmark/messenger-card/define.js';
import { setContentSource } from '@sealmark/element-kit';
import { mount } from 'svelte';
import Page from './Page.svelte';

const cards = { signal: () => import('@sealmark/messengers/cards/signal') };
setContentSource({ card: async (name) => (await cards[name]?.())?.default });

mount(Page, { target: document.body });
