import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Vite and TypeScript',
  serve: 'dist',
  policy:
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
  look: works,
} satisfies Consumer;
