import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Astro, with the data on its server',
  serve: 'dist',
  look: works,
} satisfies Consumer;
