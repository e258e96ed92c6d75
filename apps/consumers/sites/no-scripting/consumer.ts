import type { Consumer } from '../../src/consumer.ts';
import { showsSignal } from '../../src/promises.ts';

export default {
  about: 'a prerendered page, looked at with scripting off',
  serve: 'pages',
  policy: "default-src 'none'; style-src 'self'",
  scripting: false,
  look: showsSignal,
} satisfies Consumer;
