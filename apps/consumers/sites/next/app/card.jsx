'use client';

import { useEffect, useState } from 'react';
import '@sealmark/messenger-card/define.js';
import { setContentSource } from '@sealmark/element-kit';

const cards = { signal: () => import('@sealmark/messengers/cards/signal') };

export default function Card() {
  const [heard, setHeard] = useState([]);
  const hear = (what) => setHeard((before) => [...before, what]);
  useEffect(() => setContentSource({ card: async (name) => (await cards[name]?.())?.default }), []);
  return (
    <>
      <messenger-card
        name="signal"
        onmessenger-load={({ messenger }) => hear(`load ${messenger.id}`)}
        ondownload-follow={({ platform }) => hear(`follow ${platform}`)}
      >
        <a href="https://signal.org">Signal</a>
      </messenger-card>
      <output id="heard">{heard.join(' ')}</output>
    </>
  );
}
