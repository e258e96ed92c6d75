import type { ContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { fixture, prerendered } from '@sealmark/tooling/testing';
import { html } from 'lit';
import './define.ts';
import './provide.ts';
import type { MessengerCard } from './messenger-card.ts';
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

/** Makes cards with a record, in one of the `ways`. */
export const cardsBy =
  (put: typeof fixture) =>
  (record: unknown, content: ContentSource | undefined = source): Promise<MessengerCard> =>
    put<MessengerCard>(
      html`<messenger-card .messenger=${record as CardRecord} .content=${content}></messenger-card>`,
    );

/** A card with its record. */
export const cardOf = cardsBy(fixture);

/** A card as a build writes it into a page, with the name of its entry. */
export const pageOf = (record: CardRecord, open = false, content = source): Promise<string> =>
  prerendered(
    html`<messenger-card name=${record.id} ?open=${open} .messenger=${record} .content=${content}></messenger-card>`,
  );
