import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Vite and TypeScript',
  serve: 'dist',
  look: works,
} satisfies Consumer;
