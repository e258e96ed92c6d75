import { type CardRecord, type ClaimValue, signal } from '@sealmark/messengers';
import all from '@sealmark/messengers/all';
import card from '@sealmark/messengers/cards/signal';
import { type Content, openContent, type Prerendered, prerender } from '@sealmark/prerender';

export const name: string = signal.name;
export const value: ClaimValue | undefined = signal.claims['forward-secrecy']?.value;
export const names: string[] = all.flatMap((record) =>
  record.kind === 'messenger' ? record.name : [],
);
export const record: CardRecord = card;

const content: Content = openContent('@sealmark/messengers');
export const page: Prerendered = await prerender('<p>', { content });

// @ts-expect-error a claim may be missing
export const missing: ClaimValue = signal.claims['forward-secrecy'].value;
// @ts-expect-error a name is no number
export const wrong: number = signal.name;
