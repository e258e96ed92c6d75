import { html, type TemplateResult } from 'lit';
import { signal } from './sample.test.data.ts';

const long = {
  platform: 'Betriebssystemunabhängig',
  url: `https://${'zwischenzeitnachrichten'.repeat(2)}.example/`,
  label: 'Anwendungspaketdatei zum Herunterladen',
};

/** A dropdown in every state in which it says something, by what the state is called. */
export const speaking: Readonly<Record<string, TemplateResult>> = {
  closed: html`<downloads-dropdown .downloads=${signal}></downloads-dropdown>`,
  open: html`<downloads-dropdown open platform="" .downloads=${signal}></downloads-dropdown>`,
  'with the own platform': html`<downloads-dropdown open .downloads=${signal}></downloads-dropdown>`,
  'with a label': html`<downloads-dropdown label="Get Signal" .downloads=${signal}></downloads-dropdown>`,
  'by markup': html`<downloads-dropdown open platform=""
    ><a data-platform="linux" href="https://heron.example/linux">Packages</a
    ><a data-platform="android" href="https://heron.example/apk">APK file</a></downloads-dropdown
  >`,
  'with long words': html`<downloads-dropdown open .downloads=${[...signal, long]}></downloads-dropdown>`,
  'in Persian': html`<downloads-dropdown open lang="fa" dir="rtl" .downloads=${signal}></downloads-dropdown>`,
};

/** A dropdown in every state that a reader can meet. */
export const dropdowns: typeof speaking = {
  ...speaking,
  empty: html`<downloads-dropdown></downloads-dropdown>`,
};
