import {
  canEmulate,
  expectQuietPage,
  fixture,
  press,
  printLinks,
  ways,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { all, part, source } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { signal } from './sample.test.data.ts';

expectQuietPage();

const record = (index: number) => ({
  ...signal,
  id: `entry-${index}`,
  name: `Entry ${index}`,
  developer: `Maker of ${index}`,
  links: [{ role: 'homepage', url: `https://entry-${index}.example/` }],
  downloads: [
    { platform: 'android', url: `https://entry-${index}.example/apk`, label: 'APK file' },
  ],
});

/** So many cards below one another. */
async function list(count: number, put = fixture): Promise<MessengerCard[]> {
  const stage = await put(
    html`<main>
      ${Array.from(
        { length: count },
        (_, index) =>
          html`<messenger-card
            id="entry-${index}"
            .messenger=${record(index)}
            .content=${source}
          ></messenger-card>`,
      )}
    </main>`,
  );
  await frames();
  return [...stage.children] as MessengerCard[];
}

/** Two frames: in the first an engine sees what is in sight, in the second it has laid it out. */
const frames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const isLaidOut = (card: Element) =>
  part(card, 'name').checkVisibility({ contentVisibilityAuto: true });

const isInSight = (card: Element) => {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** Five hundred that are drawn; of those that are adopted fewer will do, for a build draws each of them first. */
const counts = [500, 120];

describe.each(ways.map((way, index) => [...way, counts[index] as number] as const))(
  'many cards on one page, %s',
  (_how, put, count) => {
    it('are not laid out off screen, and are reached by find, anchor, keyboard and role all the same', async () => {
      const cards = await list(count, put);
      const half = count / 2;
      expect(cards.filter(isLaidOut).length).toBeLessThan(25);
      const [near, middle, far] = [cards[1], cards[half], cards[count - 20]] as MessengerCard[];
      expect(isLaidOut(near as Element)).toBe(true);
      expect(isLaidOut(far as Element)).toBe(false);

      const find = (words: string) =>
        (globalThis as unknown as { find(text: string): boolean }).find(words);
      expect(find(`Maker of ${half}`), 'found in the page').toBe(true);
      // Firefox selects what a script finds, and leaves it to the page to scroll there.
      if (!canEmulate) middle?.scrollIntoView();
      await expect.poll(() => isInSight(middle as Element), { message: 'scrolled to' }).toBe(true);
      await expect
        .poll(() => isLaidOut(middle as Element), { message: 'laid out then' })
        .toBe(true);

      location.hash = `entry-${count - 20}`;
      await expect
        .poll(() => isInSight(far as Element), { message: 'led to by an anchor' })
        .toBe(true);
      history.replaceState(null, '', location.pathname + location.search);

      const last = cards.at(-1) as MessengerCard;
      all(last, 'a')[0]?.focus();
      await expect.poll(() => isInSight(last), { message: 'scrolled to by the focus' }).toBe(true);
      await press('Tab');
      expect(last.shadowRoot?.activeElement).toBe(all(last, 'a')[1]);

      scrollTo(0, 0);
      await frames();
      const heading = page.getByRole('heading', { name: `Entry ${half + 30}`, exact: true });
      expect(heading.elements(), 'read aloud').toHaveLength(1);
      expect(cards.filter(isLaidOut).length).toBeLessThan(25);
    });
  },
);

describe('cards on one page', () => {
  it('are laid out, and take the focus, as soon as they are drawn', async () => {
    const card = document.createElement('messenger-card');
    card.messenger = record(1);
    document.body.append(card);
    try {
      await card.updateComplete;
      const shown = [...all(card, '.card > :not(slot)')].map(
        (row) => getComputedStyle(row).display,
      );
      expect(shown).toEqual(['grid', 'block', 'block', 'block', 'grid', 'grid', 'flex']);
      const [first] = all(card, 'a');
      first?.focus();
      expect(card.shadowRoot?.activeElement).toBe(first);
    } finally {
      card.remove();
    }
  });

  it('are printed whole, with what is closed', async () => {
    const cards = await list(8);
    expect(isLaidOut(cards[7] as Element)).toBe(false);
    for (const { shadowRoot } of cards) {
      const style = document.createElement('style');
      const rules = shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? [];
      style.textContent = rules.map(({ cssText }) => cssText).join('\n');
      shadowRoot?.append(style);
    }
    const roots = cards.map(({ shadowRoot }) => shadowRoot as ShadowRoot);
    const paper = await printLinks(
      (cards[0]?.parentElement as Element).getHTML({ shadowRoots: roots }),
    );
    for (const [index] of cards.entries()) {
      expect(paper).toContain(`https://entry-${index}.example/`);
      expect(paper).toContain(`https://entry-${index}.example/apk`);
    }
  });
});
