import { drawing, type Drawing, html, otherLanguage } from '@sealmark/element-kit/draw.js';
import { messengerCard } from './card.ts';
import type { CardData } from './parts.ts';
import { readRecord } from './record.ts';
import { movedCard, removedCard } from './retired.ts';
import { words } from './words.ts';

/** What `<messenger-card>` draws with, and what reads the record that it draws. */
export interface CardDrawing extends Drawing<CardData> {
  readonly read: typeof readRecord;
}

/** What `<messenger-card>` draws with. */
const cardDrawing: CardDrawing = {
  ...drawing<CardData>(words, (data, locale) => {
    const { record, states } = data;
    // A server leaves it to the browser to say what was the matter.
    if (!record) return { content: html`<slot></slot>`, states };
    const view = { ...data, locale, other: otherLanguage(record.lang, locale) };
    const content =
      record.kind === 'moved'
        ? movedCard(record, view)
        : record.kind === 'removed'
          ? removedCard(record, view)
          : messengerCard(record, view);
    return { content, states };
  }),
  read: readRecord,
};

export default cardDrawing;
