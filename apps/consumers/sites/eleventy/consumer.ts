import type { Consumer } from '../../src/consumer.ts';
import { adopted, hearsFollow, hearsLoad, showsSignal } from '../../src/promises.ts';

export default {
  about: 'Eleventy with the plugin; the script takes the cards over',
  serve: 'dist',
  policy:
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  async look(visit) {
    await showsSignal(visit);
    await adopted(visit);
    await hearsLoad(visit);
    await hearsFollow(visit);
  },
} satisfies Consumer;
