import type { Consumer, Visit } from '../../src/consumer.ts';
import { hearsFollow, hearsLoad, shown, works } from '../../src/promises.ts';

/** The elements of the page that an older script has defined. */
const older = ({ page }: Visit) => page.locator('[data-version=older]').count();

const expectOlder = async (visit: Visit, expected: number) => {
  const found = await older(visit);
  if (found !== expected) throw new Error(`${found} elements are of the older version`);
};

export default {
  about: 'two versions of the script, each with a Lit of its own; a name that the page has taken',
  serve: 'public',
  policy:
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
  async look(visit) {
    const { page, said } = visit;
    const compact = page.locator('messenger-card[layout=compact]');
    const badge = page.locator('audit-badge');

    await works(visit);
    await visit.check('the newer version came first: it alone counts', async () => {
      await shown(compact.getByRole('heading', { name: 'Briar' }));
      await shown(badge.getByText('App audited 2017'));
      await expectOlder(visit, 0);
    });

    await visit.open('/older-first.html');
    await visit.check('the older version came first: it alone counts', async () => {
      const card = page.locator('messenger-card').first();
      await shown(card.getByText('Its maker of then'));
      await shown(card.getByText('Works on'));
      await shown(compact.getByRole('heading', { name: 'Briar' }));
      await shown(badge.getByText('App audited 2017'));
      await expectOlder(visit, 3);
      const asked = visit.requests.slice(visit.requests.findLastIndex((url) => /html$/.test(url)));
      const cards = asked.filter((url) => url.includes('/cards/'));
      if (cards.length) throw new Error(`the newer version asked for ${cards.join(', ')}`);
    });
    await hearsLoad(visit);
    await page.locator('messenger-card').first().locator('.downloads summary').click();
    await hearsFollow(visit);

    await visit.open('/foreign.html');
    await works(visit);
    await visit.check('an element of the page’s own stays what it is', async () => {
      await shown(badge.getByText('The page’s own badge'));
      await shown(compact.getByRole('heading', { name: 'Briar' }));
    });
    await visit.check('one word about it in the console', async () => {
      const words = said.splice(0);
      if (words.length !== 1 || !words[0]?.includes('<audit-badge>'))
        throw new Error(words.join('\n'));
    });
  },
} satisfies Consumer;
