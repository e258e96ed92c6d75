/** @jsxImportSource solid-js */
import type {} from '@sealmark/audit-badge/solid';
import type {} from '@sealmark/downloads-dropdown/solid';
import type {} from '@sealmark/messenger-card/solid';
import { record } from './record.ts';

export const page = () => [
  <messenger-card
    id="signal"
    class="card"
    attr:name="signal"
    layout="compact"
    heading-level="2"
    prop:messenger={record}
    on:messenger-load={(event) => event.name.toUpperCase()}
    on:download-follow={(event) => event.url.length}
  >
    <a href="https://signal.org">Signal</a>
  </messenger-card>,
  <audit-badge attr:date="2016" prop:audits={record.audits} />,
  <downloads-dropdown open prop:downloads={record.downloads} />,
  // @ts-expect-error there are two layouts
  <messenger-card attr:layout="tiny" />,
  // @ts-expect-error a record is no text
  <messenger-card prop:messenger="signal" />,
  // @ts-expect-error the event has no such field
  <messenger-card on:messenger-load={(event) => event.nowhere} />,
];
