import '@sealmark/messenger-card/define.js';
import { setContentSource } from '@sealmark/element-kit';

const cards = new Map([
  ['signal', () => import('@sealmark/messengers/cards/signal')],
  ['element', () => import('@sealmark/messengers/cards/element')],
]);
setContentSource({ card: async (name) => (await cards.get(name)?.())?.default });

const heard = document.querySelector('#heard');
const card = document.querySelector('messenger-card');
card?.addEventListener('messenger-load', ({ id }) => heard?.append(`load ${id} `));
card?.addEventListener('download-follow', ({ platform }) => heard?.append(`follow ${platform} `));
