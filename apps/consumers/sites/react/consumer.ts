import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'React 19 with Vite',
  serve: 'dist',
  policy:
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
  look: works,
} satisfies Consumer;
