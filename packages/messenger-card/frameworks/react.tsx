/** @jsxImportSource react */
import { useRef } from 'react';
import type { AuditBadge } from '@sealmark/audit-badge';
import type { MessengerCard } from '@sealmark/messenger-card';
import type {} from '@sealmark/audit-badge/react';
import type {} from '@sealmark/downloads-dropdown/react';
import type {} from '@sealmark/messenger-card/react';
import { record } from './record.ts';

export function Page() {
  const card = useRef<MessengerCard>(null);
  const badge = useRef<AuditBadge>(null);
  return (
    <>
      <messenger-card
        ref={card}
        id="signal"
        className="card"
        name="signal"
        layout="compact"
        heading-level={2}
        messenger={record}
        onmessenger-load={(event) => event.name.toUpperCase()}
        onmessenger-error={(event) => event.reason satisfies string}
        ondownload-follow={(event) => event.url.length}
      >
        <a href="https://signal.org">Signal</a>
      </messenger-card>
      <audit-badge
        ref={badge}
        date="2016"
        auditor="Cure53"
        ontoggle={(event) => event.newState satisfies string}
      />
      <downloads-dropdown open platform="linux" downloads={record.downloads} />
      {/* @ts-expect-error there are two layouts */}
      <messenger-card layout="tiny" />
      {/* @ts-expect-error a level is a number */}
      <messenger-card heading-level="two" />
      {/* @ts-expect-error a record is no text */}
      <messenger-card messenger="signal" />
      {/* @ts-expect-error the event has no such field */}
      <messenger-card onmessenger-load={(event) => event.nowhere} />
      {/* @ts-expect-error a badge has no such property */}
      <audit-badge downloads={[]} />
      {/* @ts-expect-error React would never call it */}
      <downloads-dropdown onToggle={() => {}} />
    </>
  );
}
