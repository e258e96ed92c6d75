import type { Consumer } from '../../src/consumer.ts';
import { adopted, hearsFollow, hearsLoad, showsSignal, works } from '../../src/promises.ts';

export default {
  about:
    'the strictest policy with Trusted Types: prerendered and taken over, and the script alone',
  serve: 'public',
  policy:
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  async look(visit) {
    await showsSignal(visit);
    await adopted(visit);
    await hearsLoad(visit);
    await hearsFollow(visit);
    await visit.open('/script.html');
    await works(visit);
  },
} satisfies Consumer;
