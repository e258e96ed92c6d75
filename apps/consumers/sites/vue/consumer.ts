import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Vue 3',
  serve: 'dist',
  policy:
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html vue",
  look: works,
} satisfies Consumer;
