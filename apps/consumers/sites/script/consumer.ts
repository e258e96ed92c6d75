import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'plain HTML with the drop-in script',
  serve: 'public',
  policy:
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  look: works,
} satisfies Consumer;
