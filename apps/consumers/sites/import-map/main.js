import '@sealmark/messenger-card/define.js';
import { setContentSource } from '@sealmark/element-kit';

const cards = { signal: () => import('@sealmark/messengers/cards/signal') };
setContentSource({ card: async (name) => (await cards[name]?.())?.default });

const heard = document.querySelector('#heard');
addEventListener('messenger-load', ({ id }) => heard.append(`load ${id} `));
addEventListener('download-follow', ({ platform }) => heard.append(`follow ${platform} `));
