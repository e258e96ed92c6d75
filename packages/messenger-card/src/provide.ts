import { MessengerCard } from './messenger-card.ts';
import drawing from './drawing.ts';
import sheets from './sheets.ts';

/** Lets every `<messenger-card>` draw at once: nothing of it has to be loaded later. */
MessengerCard.provide(drawing, sheets);
