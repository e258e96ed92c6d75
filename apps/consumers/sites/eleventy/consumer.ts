import type { Consumer } from '../../src/consumer.ts';
import { adopted, hearsFollow, showsSignal } from '../../src/promises.ts';

export default {
  about: 'Eleventy with the plugin; the script takes the cards over',
  serve: 'dist',
  async look(visit) {
    await showsSignal(visit);
    await adopted(visit);
    await hearsFollow(visit);
  },
} satisfies Consumer;
