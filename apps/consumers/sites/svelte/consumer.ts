import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Svelte 5',
  serve: 'dist',
  policy:
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html svelte-trusted-html",
  look: works,
} satisfies Consumer;
