import type { Consumer } from '../../src/consumer.ts';
import { adopted, hearsFollow, showsSignal, works } from '../../src/promises.ts';

export default {
  about: 'the strictest policy with Trusted Types: the script alone, and with a prerendered page',
  serve: 'public',
  headers: {
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
  },
  async look(visit) {
    await works(visit);
    await visit.page.goto(`${visit.origin}/prerendered.html`);
    await showsSignal(visit);
    await adopted(visit);
  },
} satisfies Consumer;
