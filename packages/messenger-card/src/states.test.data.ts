import { html, type TemplateResult } from 'lit';
import { source } from './helpers.test.data.ts';
import { moved, overdue, removed, signal, wren } from './sample.test.data.ts';

type States = Readonly<Record<string, TemplateResult>>;

const never = { ...source, card: () => new Promise<undefined>(() => {}) };
const lost = { ...source, card: () => Promise.reject(new Error('offline')) };
let asked = 0;
/** Fails the first time, and has no answer the second. */
const failing = { ...source, card: () => (asked++ % 2 ? never.card() : lost.card()) };
const press = ({ target }: Event) =>
  (target as Element).shadowRoot?.querySelector<HTMLElement>('.retry')?.click();
const child = html`<a href="https://signal.org">Signal</a>`;

/** A card in every state that it has with a record, by what the state is called: a build can draw it, and it can be adopted. */
export const withRecord: States = {
  ready: html`<messenger-card .messenger=${signal} .content=${source}></messenger-card>`,
  opened: html`<messenger-card open .messenger=${signal} .content=${source}></messenger-card>`,
  compact: html`<messenger-card layout="compact" .messenger=${signal} .content=${source}></messenger-card>`,
  partial: html`<messenger-card .messenger=${wren} .content=${source}></messenger-card>`,
  lacking: html`<messenger-card .messenger=${{ kind: 'messenger', name: 'Half' } as never} .content=${source}></messenger-card>`,
  discontinued: html`<messenger-card .messenger=${{ ...signal, lifecycle: 'discontinued' }} .content=${source}></messenger-card>`,
  stale: html`<messenger-card .messenger=${overdue} .content=${source}></messenger-card>`,
  moved: html`<messenger-card .messenger=${moved} .content=${source}></messenger-card>`,
  'moved, by button': html`<messenger-card .messenger=${moved} .content=${{ card: source.card }}></messenger-card>`,
  removed: html`<messenger-card .messenger=${removed} .content=${source}></messenger-card>`,
  'in Arabic': html`<messenger-card lang="ar" dir="rtl" open .messenger=${overdue} .content=${source}></messenger-card>`,
};

/** A card in every state that it has without one. A build leaves it to the browser, so nothing is adopted. */
export const withoutRecord: States = {
  loading: html`<messenger-card name="signal" .content=${never}></messenger-card>`,
  'loading with children': html`<messenger-card name="signal" .content=${never}>${child}</messenger-card>`,
  'unknown name': html`<messenger-card name="nope" .content=${source}>${child}</messenger-card>`,
  'no name': html`<messenger-card .content=${source}></messenger-card>`,
  'not a record': html`<messenger-card .messenger=${[] as never}>${child}</messenger-card>`,
  unreachable: html`<messenger-card name="signal" .content=${lost}>${child}</messenger-card>`,
  'trying again': html`<messenger-card name="signal" .content=${failing} @messenger-error=${press}>${child}</messenger-card>`,
};

/** A card in every state that a reader can meet. */
export const cards: States = { ...withRecord, ...withoutRecord };
