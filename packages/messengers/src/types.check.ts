/** What the types of the package promise. The build checks it with tsc; nothing of it runs. */
import {
  briar,
  meta,
  signal,
  type CardRecord,
  type ClaimValue,
  type Meta,
} from '@sealmark/messengers';
import all from '@sealmark/messengers/all';
import card from '@sealmark/messengers/cards/signal';
import { criteria } from '@sealmark/messengers/criteria';
import { facts, guides, platforms } from '@sealmark/messengers/facts';
import record from '@sealmark/messengers/messengers/signal';
import page from '@sealmark/messengers/page';
import type {
  Criterion,
  Fact,
  GuideTerm,
  Messenger,
  MessengerCardRecord,
  MessengerRecord,
  Page,
  Term,
} from '@sealmark/schema';

export const messengers: Messenger[] = [signal, briar, record];
export const cards: [MessengerCardRecord, CardRecord] = [card, card];
export const records: MessengerRecord[] = all;
export const data: Meta = meta;
export const lists: [Fact[], GuideTerm[], Term[], Criterion[], Page] = [
  facts,
  guides,
  platforms,
  criteria,
  page,
];
export const value: ClaimValue | undefined = signal.claims['forward-secrecy']?.value;

// @ts-expect-error A claim may be missing in another version.
export const missing: ClaimValue = signal.claims['forward-secrecy'].value;
// @ts-expect-error A moved or removed entry has no claims.
export const none = all[0]!.claims;
