import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Vue 3',
  serve: 'dist',
  look: works,
} satisfies Consumer;
