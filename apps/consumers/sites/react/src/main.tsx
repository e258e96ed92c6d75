import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '@sealmark/messenger-card/define.js';
import type {} from '@sealmark/messenger-card/react';
import { setContentSource } from '@sealmark/element-kit';

setContentSource({
  card: async (name) =>
    name === 'signal' ? (await import('@sealmark/messengers/cards/signal')).default : undefined,
});

function Page() {
  const [heard, setHeard] = useState<string[]>([]);
  const hear = (what: string) => setHeard((before) => [...before, what]);
  return (
    <StrictMode>
      <messenger-card
        name="signal"
        heading-level={2}
        onmessenger-load={({ id }) => hear(`load ${id}`)}
        ondownload-follow={({ platform }) => hear(`follow ${platform}`)}
      >
        <a href="https://signal.org">Signal</a>
      </messenger-card>
      <output id="heard">{heard.join(' ')}</output>
    </StrictMode>
  );
}

createRoot(document.body).render(<Page />);
