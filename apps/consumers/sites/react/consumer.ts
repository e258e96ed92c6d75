import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'React 19 with Vite',
  serve: 'dist',
  look: works,
} satisfies Consumer;
