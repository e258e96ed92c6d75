import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'plain HTML with the drop-in script',
  serve: 'public',
  look: works,
} satisfies Consumer;
