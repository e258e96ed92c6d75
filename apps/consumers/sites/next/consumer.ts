import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

export default {
  about: 'Next with server rendering',
  async look(visit) {
    await visit.check('the server sends the fallback', async () => {
      const html = await (await fetch(visit.origin)).text();
      if (
        !/<messenger-card[^>]*name="signal"[^>]*><a href="https:\/\/signal.org">Signal<\/a>/.test(
          html,
        )
      )
        throw new Error(html);
    });
    await works(visit);
  },
} satisfies Consumer;
