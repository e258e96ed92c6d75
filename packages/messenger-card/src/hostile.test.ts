import { fixture, expectQuietPage, hostile, settled, ways } from '@sealmark/tooling/testing';
import fc from 'fast-check';
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { cardOf, cardsBy, part, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { moved, overdue, removed, signal, wren } from './sample.test.data.ts';

expectQuietPage();

const plain: readonly object[] = [signal, overdue, wren, moved, removed].map((record) =>
  JSON.parse(JSON.stringify(record)),
);
const tags =
  'article, header, footer, div, span, p, h3, bdi, small, b, i, strong, em, code, ul, ol, li, dl, dt, dd, a, time, details, summary, button, slot, svg, path, style';

/** What must hold of a card whatever it was given. */
function expectHarmless(card: MessengerCard): void {
  expect(states(card).filter((name) => name !== 'partial' && name !== 'stale')).toHaveLength(1);
  for (const element of card.shadowRoot?.querySelectorAll('*') ?? []) {
    expect(element.matches(tags), element.outerHTML.slice(0, 100)).toBe(true);
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$/);
    if (element instanceof HTMLAnchorElement) {
      const leads = URL.canParse(element.href);
      expect(
        !leads || element.protocol === 'https:' || element.origin === location.origin,
        element.href,
      ).toBe(true);
    }
    expect(element.getAttribute('fill') ?? '').not.toContain('(');
  }
}

/** What a record says in words of its own, by key; by index in rich text. */
const turning = /^(name|qualifier|developer|tagline|text|label|note|reason|title|\d+)$/;
/** Whether words turn those around them. */
const turns = ({ data }: Text) => data.includes('\u202e');

/** All words in an element. */
function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ data }) => data.trim());
}

/** The nearest element, from one upward, out of which no direction leads. */
function isolating(element: Element): Element {
  const { display, unicodeBidi } = getComputedStyle(element);
  return /^(inline|contents)$/.test(display) && !/isolate|plaintext/.test(unicodeBidi)
    ? isolating(element.parentElement as Element)
    : element;
}

/** Puts a value in place of whatever stands at a path of a record. */
function replaced(record: object, path: number, value: unknown): unknown {
  const copy = structuredClone(record);
  const places: [object, string][] = [];
  const visit = (at: object) => {
    for (const key of Object.keys(at)) {
      places.push([at, key]);
      const child = (at as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) visit(child);
    }
  };
  visit(copy);
  const [parent, key] = places[path % places.length] as [object, string];
  Object.defineProperty(parent, key, { value, enumerable: true });
  return copy;
}

const value = fc.oneof(fc.constantFrom(...hostile), fc.jsonValue(), fc.anything());

describe('<messenger-card> with hostile data', () => {
  it('is harmless with whatever stands at any place of a record', { timeout: 60_000 }, async () => {
    const card = await cardOf(signal);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...plain), fc.nat(), value, async (record, path, given) => {
        card.messenger = replaced(record, path, given) as never;
        await card.updateComplete;
        expectHarmless(card);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, (card: MessengerCard, record: unknown) => void]>([
    [
      'an address',
      (card, record) => {
        vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(record));
        card.src = `/${Math.random()}.json`;
      },
    ],
    [
      'a content source',
      (card, record) => {
        card.content = { card: () => record as never, ready: () => undefined };
        card.name = 'signal';
      },
    ],
  ])('is harmless with whatever comes from %s', { timeout: 60_000 }, async (_what, give) => {
    const records = fc.constantFrom(...plain);
    await fc.assert(
      fc.asyncProperty(records, fc.nat(), fc.jsonValue(), async (record, path, given) => {
        const card = await fixture<MessengerCard>('<messenger-card></messenger-card>');
        give(card, replaced(record, path, given));
        await expect.poll(() => states(card)).not.toContain('loading');
        await expect.poll(() => states(card)).not.toContain('unknown-name');
        expectHarmless(card);
      }),
      { numRuns: 50 },
    );
  });

  it('takes nothing for a record that is none', { timeout: 60_000 }, async () => {
    const card = await cardOf(signal);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (data) => {
        card.messenger = data as never;
        await card.updateComplete;
        expect(states(card)).toEqual([data ? 'error' : 'unknown-name']);
        expectHarmless(card);
      }),
      { numRuns: 200 },
    );
  });

  it(
    'is harmless with whatever is set in place of its properties',
    { timeout: 60_000 },
    async () => {
      const card = await cardOf(signal);
      const names = ['messenger', 'name', 'layout', 'headingLevel', 'open', 'strings'] as const;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names), value, async (name, given) => {
          const before = card[name];
          card[name] = given as never;
          await card.updateComplete;
          expectHarmless(card);
          card[name] = before as never;
        }),
        { numRuns: 200 },
      );
    },
  );

  it('is harmless without whatever a record should have', { timeout: 60_000 }, async () => {
    const card = await cardOf(signal);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...plain), fc.func(fc.boolean()), async (record, keep) => {
        card.messenger = JSON.parse(JSON.stringify(record), (key, item) =>
          key === '' || keep(key, JSON.stringify(item)) ? item : undefined,
        );
        await card.updateComplete;
        expectHarmless(card);
      }),
      { numRuns: 200 },
    );
  });

  it(
    'stands a string of a hundred thousand letters, and ten thousand downloads',
    { timeout: 60_000 },
    async () => {
      const card = await cardOf({
        ...signal,
        name: 'x'.repeat(100_000),
        downloads: Array.from({ length: 10_000 }, (_, index) => ({
          platform: `p${index % 100}`,
          label: 'x',
          url: `https://x.example/${index}`,
        })),
      });
      expect(states(card)).toEqual(['ready']);
      expect(card.shadowRoot?.querySelectorAll('.stores a')).toHaveLength(10_000);
    },
  );
});

describe.each(ways)('<messenger-card> with hostile data, %s', (how, put) => {
  const cardOf = cardsBy(put);

  // What a build has drawn is read as markup once more, so each is a card of its own.
  it('is harmless from the start', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...plain), fc.nat(), value, async (record, path, given) => {
        expectHarmless(await cardOf(replaced(record, path, given)));
      }),
      { numRuns: 25 },
    );
  });

  it('shows markup in every string as text, and runs none of it', async () => {
    const bad = '"><img src=x onerror=pwned()><script>pwned()</script>';
    const tainted = JSON.parse(JSON.stringify(wren), (key, item) =>
      typeof item === 'string' &&
      !/kind|date|reviewed|reviewBy|looked|auditsReviewed|type/.test(key)
        ? `${item}${bad}`
        : item,
    );
    const card = await cardOf(tainted, { card: () => undefined, href: () => `javascript:pwned()` });
    expect(states(card)[0]).toBe('ready');
    expect(text(part(card, 'name'))).toContain('<img src=x onerror=pwned()>');
    expectHarmless(card);
  });

  it.each([
    ['whole', { ...wren, links: signal.links, audits: [], downloads: [] }],
    ['compact', { ...wren, audits: [], downloads: [] }],
    ['moved', moved],
    ['withdrawn', removed],
  ])('lets no word of a record turn words of ours, %s', async (layout, record) => {
    const card = await cardOf(
      JSON.parse(JSON.stringify(record), (key, item) =>
        typeof item === 'string' && turning.test(key) ? `\u202e${item}` : item,
      ),
    );
    card.layout = layout as 'compact';
    for (const lang of ['en', 'de']) {
      card.lang = lang;
      await settled();
      const turned = textsIn(part(card, 'card')).filter(turns);
      expect(turned.length).toBeGreaterThan(0);
      for (const { parentElement } of turned) {
        const around = textsIn(isolating(parentElement as Element));
        expect(around.filter((node) => !turns(node)).map(({ data }) => data)).toEqual([]);
      }
    }
  });

  it('links nothing but https', async () => {
    const evil = (url: string) => ({
      ...signal,
      summary: [{ type: 'paragraph', children: [{ type: 'link', url, children: ['words'] }] }],
      links: [{ role: 'homepage', url }],
      downloads: [{ platform: 'linux', url, label: 'x' }],
      highlights: [{ ...signal.highlights[0], source: { url, date: '2022' } }],
      audits: [{ ...signal.audits[0], links: [{ role: 'report', url }] }],
    });
    for (const url of [
      // What is dropped is reported once.
      `javascript:alert('${how}')`,
      'http://signal.org',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
    ]) {
      const card = await cardOf(evil(url), { card: () => undefined });
      expect(card.shadowRoot?.querySelectorAll('a'), url).toHaveLength(0);
      expect(part(card, 'downloads'), 'no downloads to open').toBeNull();
      expect(text(part(card, 'links'))).toContain('Homepage');
      expect(text(part(card, 'summary'))).toBe('words');
    }
    expect(console.warn).toHaveBeenCalled();
  });

  it('takes null for what an audit leaves out', async () => {
    const none = { date: null, excludes: null, commissioners: null, outcome: null } as never;
    const card = await cardOf({
      ...signal,
      audits: signal.audits.map((audit) => Object.assign({}, audit, none)),
    });
    expect(states(card)).toEqual(['ready']);
    expect(text(part(card, 'audits'))).not.toMatch(/null|NaN/);
  });

  it('stands alone: the next card on the page is whole', async () => {
    const stage = await put(
      html`<div><messenger-card .messenger=${{ kind: 'messenger', name: {} } as never}></messenger-card><messenger-card .messenger=${signal}></messenger-card></div>`,
    );
    const [bad, good] = [...stage.children] as MessengerCard[];
    expect(states(bad as Element)).toEqual(['error']);
    expect(states(good as Element)).toEqual(['ready']);
  });
});
