import type { Consumer } from '../../src/consumer.ts';
import { adopted, hearsFollow, showsSignal, works } from '../../src/promises.ts';

export default {
  about:
    'the strictest policy with Trusted Types: prerendered and taken over, and the script alone',
  serve: 'public',
  headers: {
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
  },
  async look(visit) {
    await showsSignal(visit);
    await adopted(visit);
    await hearsFollow(visit);
    await visit.open('/script.html');
    await works(visit);
  },
} satisfies Consumer;
