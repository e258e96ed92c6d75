import { expectAccessible, expectQuietPage, ways } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { all, part, source, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { removed, signal } from './sample.test.data.ts';

expectQuietPage();

/** All that a record can say in words of its own. */
const spoken: typeof signal = {
  ...signal,
  qualifier: 'for phones',
  highlights: [
    ...signal.highlights,
    {
      fact: 'x',
      label: 'Backups',
      value: 'unknown',
      text: 'nothing published.',
      looked: '2022-09-16',
    },
  ],
  downloads: signal.downloads.map((download, index) => ({
    ...download,
    ...(index === 1 && { note: 'Updates itself.' }),
  })),
  audits: signal.audits.map((audit) => ({
    ...audit,
    date: '2016-10',
    outcome: 'No flaw was found.',
    links: [
      ...audit.links,
      { role: 'fixes', url: 'https://signal.org/fixes', label: 'What was fixed' },
    ],
  })),
};

/** The words of a card by the language that is named for them; '' is that of the page. */
function wordsOf(card: Element, lang: string): string[] {
  const walker = document.createTreeWalker(card.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const named = walker.currentNode.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    const words = walker.currentNode.nodeValue?.trim();
    if (words && named === lang) found.push(words);
  }
  return found;
}

describe.each(ways)('<messenger-card> in another language than its content, %s', (_, fixture) => {
  const show = async (lang: string, record: unknown, layout = 'full') => {
    const stage = await fixture(
      html`<main lang=${lang} dir="auto">
        <h1>مرحبا</h1><h2>مرحبا</h2>
        <messenger-card open layout=${layout as 'full'} .messenger=${record as never} .content=${source}></messenger-card>
      </main>`,
    );
    return stage.querySelector('messenger-card') as MessengerCard;
  };

  it('names the language of the content, and no other words', async () => {
    const card = await show('ar', spoken);
    expect(wordsOf(card, 'en').sort()).toEqual(
      [
        ...['for phones', 'Messages and calls,', 'encrypted', 'end to end.'],
        ...['Encryption', 'End to end, always', 'Forward secrecy', 'Yes'],
        ...['Sign-up', 'Phone number', 'Backups', 'nothing published.'],
        ...['Katriel Cohn-Gordon', 'Cas Cremers'],
        ...['Five researchers on the Signal protocol', 'No flaw was found.', 'What was fixed'],
        ...['Google Play', 'APK file', 'App Store', 'Installer', 'Instructions'],
        ...['Updates itself.', 'Donations', 'Code on GitHub', 'Signal: settings that help'],
      ].sort(),
    );
    const others = [...wordsOf(card, ''), ...wordsOf(card, 'ar')].join(' ');
    expect(others).toContain('المساهمة');
    expect(others).not.toMatch(/\b(the|and|of|to|was|for|help)\b/i);
  });

  it('lets a full stop of the content end its line on the right', async () => {
    const card = await show('ar', spoken);
    for (const words of all(card, '[lang=en]:not(a, a > [lang])'))
      expect([text(words), getComputedStyle(words).direction]).toEqual([text(words), 'ltr']);
  });

  it('lets a summary begin at the axis of the card, whichever way it runs', async () => {
    const edges = (card: MessengerCard) => {
      const range = document.createRange();
      range.selectNodeContents(part(card, 'summary'));
      const name = part(card, 'name').getBoundingClientRect();
      const words = range.getBoundingClientRect();
      return { start: name.left - words.left, end: name.right - words.right };
    };
    const leftward = edges(await show('ar', spoken));
    expect(Math.abs(leftward.end)).toBeLessThan(2);
    expect(Math.abs(leftward.start)).toBeGreaterThan(50);
    const arabic = [{ type: 'paragraph', children: ['مراسلة مشفرة'] }];
    const card = await show('en', { ...spoken, lang: 'ar', summary: arabic });
    card.dir = 'ltr';
    const rightward = edges(card);
    expect(Math.abs(rightward.start)).toBeLessThan(2);
  });

  it('names it in the compact layout, and of one that was withdrawn', async () => {
    expect(wordsOf(await show('de', spoken, 'compact'), 'en')).toContain(spoken.tagline);
    expect(wordsOf(await show('de', removed), 'en')).toEqual([removed.reason]);
  });

  it('takes the language that the record names, and no nonsense', async () => {
    expect(wordsOf(await show('en', { ...spoken, lang: 'de' }), 'de')).toContain('Encryption');
    expect(wordsOf(await show('ar', { ...spoken, lang: '"><' }), 'en')).toContain('Encryption');
  });

  it.each([
    ['en', undefined],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
  ])('names none where a page in %s has a record in %s', async (place, lang) => {
    const card = await show(place, { ...spoken, lang });
    expect(all(card, '[lang], [dir]')).toEqual([]);
  });

  it.each(['it', 'zh-TW', 'xx'])('says of itself in %s that it speaks English', async (place) => {
    const card = await show(place, spoken);
    expect(all(card, '[lang], [dir]')).toEqual([part(card, 'card')]);
    expect(part(card, 'card').lang).toBe('en');
    const own = await show(place, { ...spoken, lang: place });
    expect(wordsOf(own, place)).toContain('Encryption');
    expect(wordsOf(own, 'en')).toContain('Privacy policy');
    own.lang = 'de';
    await expect.poll(() => wordsOf(own, '')).toContain('Datenschutz');
  });

  it.each<[string, Partial<MessengerCard>]>([
    ['waits', { name: 'signal', content: { card: () => new Promise(() => {}) } }],
    ['has no entry', { name: 'nope', content: source }],
    ['was given no record', { messenger: [] as never }],
  ])('says so where it %s', async (_what, properties) => {
    const stage = await fixture(html`<div lang="it"><messenger-card></messenger-card></div>`);
    const card = stage.querySelector('messenger-card') as MessengerCard;
    Object.assign(card, properties);
    await card.updateComplete;
    expect(part(card, 'card').lang).toBe('en');
    card.lang = 'en-GB';
    await card.updateComplete;
    expect(part(card, 'card').hasAttribute('lang')).toBe(false);
  });

  it('takes words of its own for words of the place, and writes dates in its language', async () => {
    const card = await show('it', { ...spoken, lang: 'it' });
    card.strings = { reviewed: 'Controllata il {date}' };
    await card.updateComplete;
    expect(text(part(card, 'footer'))).toContain('Controllata il 16 set 2022');
    expect(all(card, '[lang]')).toEqual([]);
  });

  it('has no finding of axe', async () => {
    const card = await show('ar', spoken);
    for (const details of all(card, 'details')) details.toggleAttribute('open', true);
    await expectAccessible(card.parentElement as HTMLElement);
  });
});
