import guides from '@sealmark/guides/all';
import { facts } from '@sealmark/messengers/facts';
import { messengers } from './records.ts';

/** A guide by its id. */
export const guideOf = (id: string) => guides.find((guide) => guide.id === id);

/** The guides with the names of what they are about. */
export const guideViews = guides.map((guide) => ({
  guide,
  minutes: Math.max(1, Math.round(guide.words / 200)),
  messengers: messengers.filter(({ id }) => guide.messengers.includes(id)),
  facts: facts.filter(({ id }) => guide.facts?.includes(id)),
}));
