import type {} from '@sealmark/audit-badge/react';
import type {} from '@sealmark/downloads-dropdown/react';
import type {} from '@sealmark/messenger-card/react';
import { signal } from '@sealmark/messengers';
import card from '@sealmark/messengers/cards/signal';

export const page = (
  <>
    <messenger-card
      name={signal.id}
      layout="compact"
      heading-level={2}
      onmessenger-load={(event) => event.name.toUpperCase()}
    />
    <messenger-card messenger={card} />
    <downloads-dropdown downloads={card.downloads} />
    <audit-badge audits={card.audits} />
    {/* @ts-expect-error there are two layouts */}
    <messenger-card layout="tiny" />
  </>
);
