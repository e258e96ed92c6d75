import type { ContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { fixture } from '@sealmark/tooling/testing';
import { type CSSResult, html } from 'lit';
import { vi } from 'vitest';
import './define.ts';
import './provide.ts';
import { MessengerCard } from './messenger-card.ts';
import { records } from './sample.test.data.ts';

/** Everything that a card can say of itself. */
export const stateNames = [
  'loading',
  'ready',
  'partial',
  'stale',
  'unknown-name',
  'moved',
  'removed',
  'error',
];

/** The states of a card, which a page can style. */
export const states = (card: Element): string[] =>
  stateNames.filter((name) => card.matches(`:state(${name})`));

/** The words of an element, without the white space between them. */
export const text = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The part of a card by its name. */
export const part = (card: Element, name: string): HTMLElement =>
  card.shadowRoot?.querySelector(`[part~="${name}"]`) as HTMLElement;

/** Everything in a card that fits a selector. */
export const all = (card: Element, selector: string): HTMLElement[] => [
  ...(card.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** A content source that answers at once. */
export const source: ContentSource = {
  card: (name) => (Object.hasOwn(records, name) ? records[name] : undefined),
  href: (destination, id = '') => `/pages/${destination}/${id}`,
};

/** A promise and what ends it. */
export function later<T>() {
  let resolve = (_value: T) => {};
  let reject = (_reason: unknown) => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Waits until everything that has been started and needs no network is through. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A card with its record. */
export const cardOf = (
  record: unknown,
  content: ContentSource | undefined = source,
): Promise<MessengerCard> =>
  fixture<MessengerCard>(
    html`<messenger-card .messenger=${record as CardRecord} .content=${content}></messenger-card>`,
  );

/** The root of a card as a build writes it: no day, no visitor, no markers. */
export async function prerendered(
  record: CardRecord,
  attributes = '',
  content = source,
): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2022-10-01') });
  const agent = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('');
  const card = document.createElement('messenger-card');
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
    card.setAttribute(name, value);
  }
  card.messenger = record;
  card.content = content;
  document.body.append(card);
  await card.updateComplete;
  const root = card.shadowRoot?.getHTML().replace(/<!--.*?-->/gs, '') ?? '';
  const styles = MessengerCard.elementStyles.map((style) => (style as CSSResult).cssText).join('');
  card.remove();
  agent.mockRestore();
  vi.useRealTimers();
  return `<messenger-card ${attributes}><template shadowrootmode="open"><style>${styles}</style>${root}</template></messenger-card>`;
}
