'use client';

import { useEffect, useRef, useState } from 'react';
import '@sealmark/messenger-card/define.js';
import { setContentSource } from '@sealmark/element-kit';

const cards = { signal: () => import('@sealmark/messengers/cards/signal') };

export default function Card() {
  const [heard, setHeard] = useState([]);
  const card = useRef(null);
  useEffect(() => {
    const hear = (what) => setHeard((before) => [...before, what]);
    // React attaches no handler of a custom event to an element that the server has rendered.
    const { current } = card;
    current.addEventListener('messenger-load', (event) => hear(`load ${event.id}`));
    current.addEventListener('download-follow', (event) => hear(`follow ${event.platform}`));
    setContentSource({ card: async (name) => (await cards[name]?.())?.default });
  }, []);
  return (
    <>
      <messenger-card ref={card} name="signal">
        <a href="https://signal.org">Signal</a>
      </messenger-card>
      <output id="heard">{heard.join(' ')}</output>
    </>
  );
}
