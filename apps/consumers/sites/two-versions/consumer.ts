import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'the script twice, from two addresses, each with a Lit of its own',
  serve: 'public',
  look: works,
} satisfies Consumer;
