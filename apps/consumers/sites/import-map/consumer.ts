import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'plain HTML with an import map, no build',
  serve: '.',
  look: works,
} satisfies Consumer;
