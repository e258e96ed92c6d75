import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Svelte 5',
  serve: 'dist',
  look: works,
} satisfies Consumer;
