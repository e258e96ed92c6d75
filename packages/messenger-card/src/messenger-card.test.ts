import { setContentSource } from '@sealmark/element-kit';
import { fixture, expectQuietPage, ways } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { all, cardOf, cardsBy, part, source, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { moved, overdue, removed, signal, wren } from './sample.test.data.ts';

expectQuietPage();

afterEach(() => {
  setContentSource(undefined);
  vi.useRealTimers();
});

describe.each(ways)('<messenger-card> with a record, %s', (_, fixture) => {
  const cardOf = cardsBy(fixture);

  it('says who it is, who makes it and what it is', async () => {
    const card = await cardOf(signal);
    expect(text(part(card, 'name'))).toBe('Signal');
    expect(text(part(card, 'maker'))).toBe('Signal Messenger LLC');
    expect(text(part(card, 'summary'))).toBe('Messages and calls, encrypted end to end.');
    expect(part(card, 'summary').querySelector('strong')).not.toBeNull();
    expect(states(card)).toEqual(['ready']);
    expect(part(card, 'notice')).toBeNull();
  });

  it('names what stands behind the name', async () => {
    const card = await cardOf(wren);
    expect(text(part(card, 'qualifier'))).toBe('Android');
    expect(text(part(card, 'name'))).toBe('Wren Android');
  });

  it('states each highlight with its source and date', async () => {
    const card = await cardOf(signal);
    const rows = all(card, '.facts > div').map((row) => [...row.children].map(text));
    expect(rows).toEqual([
      ['Encryption', 'End to end, always', 'Source: signal.org, Sep 2022'],
      ['Forward secrecy', 'Yes', 'Source: eprint.iacr.org, Oct 2016'],
      ['Sign-up', 'Phone number', 'Source: support.signal.org, 2022'],
    ]);
    const links = all(card, '.facts a') as HTMLAnchorElement[];
    expect(links.map(({ href }) => href)).toEqual(
      signal.highlights.map(({ source: cited }) => cited?.url),
    );
    expect(links[0]?.querySelector('time')?.dateTime).toBe('2022-09');
    expect(links[0]?.querySelector('bdi')?.textContent).toBe('signal.org');
  });

  it('says of what it does not know why, and when somebody looked', async () => {
    const card = await cardOf(wren);
    const row = all(card, '.facts > div')[1] as HTMLElement;
    expect([...row.children].map(text)).toEqual([
      'Forward secrecy',
      'Unknown: nothing published',
      'looked Sep 2022',
    ]);
    expect(row.querySelector('.glyph')?.className).toBe('glyph unknown');
    expect(states(card)).toEqual(['ready', 'partial']);
  });

  it('says what was audited, and that nothing is known', async () => {
    expect(text(part(await cardOf(signal), 'audits-summary'))).toContain(
      'Protocol analyzed 2016 no app audit known',
    );
    expect(text(part(await cardOf(wren), 'audits'))).toContain('No audit known looked Sep 2022');
  });

  it('lists the downloads, the own platform first', async () => {
    const card = await cardOf(signal);
    expect(text(part(card, 'downloads-summary'))).toContain('Android, iOS, Windows, Linux');
    expect(part(card, 'downloads').hasAttribute('open')).toBe(false);
    part(card, 'downloads-summary').click();
    await expect
      .poll(() => all(card, '.stores li').map((item) => item.dataset['platform']))
      .toEqual(['linux', 'android', 'android', 'ios', 'windows']);
  });

  it('names its links by role or by their own words', async () => {
    const card = await cardOf(signal);
    const links = [...part(card, 'links').querySelectorAll('a')];
    expect(links.map(text)).toEqual(['Homepage', 'Privacy policy', 'Contribute', 'Code on GitHub']);
    expect(text(links[2]?.parentElement), 'its note').toBe('Contribute Donations');
    for (const link of links) expect(link.rel).toBe('noopener noreferrer');
  });

  it('links guides and sources where the content source has a page for them', async () => {
    const card = await cardOf(signal);
    expect(part(card, 'guides').querySelector('a')?.getAttribute('href')).toBe(
      '/pages/guide/signal-hardening',
    );
    const sources = part(card, 'footer').querySelector('a');
    expect(text(sources)).toBe('31 sources');
    expect(sources?.getAttribute('href')).toBe('/pages/sources/signal');
  });

  it('shows guides and sources as plain words elsewhere', async () => {
    const card = await cardOf(signal, { card: () => undefined });
    expect(text(part(card, 'guides'))).toContain('Signal: settings that help');
    expect(text(part(card, 'footer'))).toContain('31 sources');
    expect(all(card, '[part=guides] a, [part=footer] a')).toEqual([]);
  });

  it('says when it was reviewed and until when that holds', async () => {
    const card = await cardOf(signal);
    expect(text(part(card, 'footer'))).toContain('Reviewed 16 Sep 2022, due by 16 Mar 2999');
    expect(
      [...part(card, 'footer').querySelectorAll('time')].map(({ dateTime }) => dateTime),
    ).toEqual(['2022-09-16', '2999-03-16']);
    expect(part(card, 'footer').querySelector('.seal')).not.toBeNull();
  });

  it('shows the mark of the maker, and does not read it aloud', async () => {
    const card = await cardOf(signal);
    const mark = part(card, 'logo').querySelector('svg');
    expect(mark?.getAttribute('viewBox')).toBe('0 0 24 24');
    expect(mark?.getAttribute('aria-hidden')).toBe('true');
    expect(mark?.querySelector('path')?.getAttribute('fill')).toBe('#3b45fd');
  });

  it.each([
    ['Wren', 'W'],
    ['🦜 Parrot', '🦜'],
    ['Élan', 'É'],
  ])('shows the initial of %s where there is no mark', async (name, initial) => {
    const card = await cardOf({ ...wren, name });
    expect(text(part(card, 'logo'))).toBe(initial);
    expect(part(card, 'logo').getAttribute('aria-hidden')).toBe('true');
  });
});

describe('<messenger-card> whose review is overdue', () => {
  it('says so first, keeps its facts, and loses the mark', async () => {
    const card = await cardOf(overdue);
    expect(states(card)).toEqual(['ready', 'stale']);
    expect(text(part(card, 'notice'))).toBe(
      'Stale Last checked 16 Sep 2022; due again by 16 Mar 2023. Facts may have changed since.',
    );
    expect(part(card, 'card').firstElementChild).toBe(part(card, 'notice'));
    expect(all(card, '.facts > div')).toHaveLength(3);
    expect(part(card, 'footer').querySelector('.seal')).toBeNull();
    expect(text(part(card, 'footer'))).toContain(
      'Reviewed 16 Sep 2022, due by 16 Mar 2023, overdue',
    );
  });

  it.each([
    ['2023-03-16T12:00:00Z', false],
    ['2023-03-17T00:00:00Z', true],
  ])('is overdue the day after: on %s %s', async (now, stale) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    expect((await cardOf(overdue)).matches(':state(stale)')).toBe(stale);
  });
});

describe.each(ways)('<messenger-card> with half a record, %s', (_, fixture) => {
  const cardOf = cardsBy(fixture);

  it('names what it lacks, and shows the rest', async () => {
    const card = await cardOf({ kind: 'messenger', name: 'Signal', links: signal.links });
    expect(states(card)).toEqual(['ready', 'partial']);
    expect(text(part(card, 'notice'))).toContain('This record lacks: ');
    for (const word of [
      'a description',
      'facts',
      'audits',
      'downloads',
      'guides',
      'the date of its review',
    ]) {
      expect(text(part(card, 'notice'))).toContain(word);
    }
    expect(text(part(card, 'links'))).toContain('Homepage');
    expect(part(card, 'downloads')).toBeNull();
  });

  it('does not take missing audits for no audit', async () => {
    const card = await cardOf({ ...signal, audits: undefined });
    expect(text(part(card, 'card'))).not.toContain('No audit known');
    const broken = await cardOf({ ...signal, audits: [{ kind: 'audit' }] });
    expect(text(part(broken, 'card'))).not.toContain('No audit known');
    expect(text(part(broken, 'notice'))).toContain('audits');
  });

  it('says nothing of a review without its date', async () => {
    const card = await cardOf({ ...signal, reviewBy: undefined });
    expect(text(part(card, 'footer'))).toBe('31 sources');
    expect(card.matches(':state(stale)')).toBe(false);
  });
});

describe.each(ways)('<messenger-card> of an entry that is no more, %s', (_, fixture) => {
  const cardOf = cardsBy(fixture);

  it('says the new name of one that moved, since when, and leads there', async () => {
    const card = await cardOf(moved);
    expect(states(card)).toEqual(['moved']);
    expect(text(part(card, 'notice'))).toContain(
      'Element Classic is now Element X, since 9 Nov 2025.',
    );
    expect(text(part(card, 'name'))).toBe('Element X');
    expect(all(card, 'header a').map((link) => link.getAttribute('href'))).toEqual([
      '/pages/entry/signal',
    ]);
    expect(all(card, 'button')).toEqual([]);
  });

  it('offers the new entry by a button where there is no page for it', async () => {
    const card = await cardOf(moved, { card: source.card });
    const button = all(card, 'button')[0] as HTMLButtonElement;
    expect(text(button)).toBe('Open the entry');
    button.click();
    await expect.poll(() => text(part(card, 'name'))).toBe('Signal');
    expect(card.name).toBe('signal');
    expect(states(card)).toEqual(['ready']);
  });

  it('offers nothing that would lead nowhere', async () => {
    const card = await fixture(html`<messenger-card .messenger=${moved}></messenger-card>`);
    expect(all(card, 'a, button')).toEqual([]);
  });

  it('says of one that was withdrawn why, since when, by which source, and lists no downloads', async () => {
    const card = await cardOf(removed);
    expect(states(card)).toEqual(['removed']);
    expect(text(part(card, 'notice'))).toContain('No longer recommended, since 3 Mar 2026.');
    expect(text(part(card, 'name'))).toBe('Heron');
    expect(all(card, '.facts > div').map((row) => [...row.children].map(text))).toEqual([
      ['Reason', 'Security updates ended', 'Source: heron.example, Feb 2026'],
      ['Listed', 'May 2023 to Mar 2026', 'History'],
    ]);
    expect(all(card, 'details')).toEqual([]);
  });
});

describe.each(ways)('<messenger-card> as its page wants it, %s', (_, fixture) => {
  const cardOf = cardsBy(fixture);

  it.each([
    ['2', 'H2'],
    ['3', 'H3'],
    ['4', 'H4'],
    ['5', 'H5'],
    ['6', 'H6'],
    ['1', 'H3'],
    ['7', 'H3'],
    ['0', 'H3'],
    ['-2', 'H3'],
    ['2.5', 'H3'],
    ['two', 'H3'],
    ['', 'H3'],
  ])('gives heading-level="%s" the heading %s', async (level, tag) => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card heading-level=${level} .messenger=${signal}></messenger-card>`,
    );
    expect(part(card, 'name').tagName).toBe(tag);
    expect(all(card, 'h1, h2, h3, h4, h5, h6')).toHaveLength(1);
  });

  it('keeps its room while it is out of sight', async () => {
    const stage = await fixture(
      html`<div><div style="block-size: 20000px"></div><messenger-card .messenger=${signal}></messenger-card></div>`,
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(stage.querySelector('messenger-card')?.clientHeight).toBeGreaterThan(200);
  });

  it('follows its heading level', async () => {
    const card = await cardOf(signal);
    card.headingLevel = 2;
    await card.updateComplete;
    expect(part(card, 'name').tagName).toBe('H2');
  });

  it('is brief when compact: a line of summary, audits, downloads, foot', async () => {
    const card = await cardOf(signal);
    card.setAttribute('layout', 'compact');
    await card.updateComplete;
    expect(text(part(card, 'summary'))).toBe(signal.tagline);
    for (const gone of ['facts', 'links', 'guides', 'maker']) expect(part(card, gone)).toBeNull();
    expect(text(part(card, 'downloads-summary'))).toContain('Android, iOS, desktop');
    expect(part(card, 'audits')).not.toBeNull();
    expect(text(part(card, 'footer'))).toContain('Reviewed');
    card.layout = 'full';
    await card.updateComplete;
    expect(part(card, 'facts')).not.toBeNull();
  });

  it('opens its downloads by attribute, and reflects what the reader does', async () => {
    const card = await cardOf(signal);
    card.setAttribute('open', '');
    await card.updateComplete;
    const details = part(card, 'downloads') as HTMLDetailsElement;
    expect(details.open).toBe(true);
    part(card, 'downloads-summary').click();
    await expect.poll(() => card.hasAttribute('open')).toBe(false);
    part(card, 'downloads-summary').click();
    await expect.poll(() => card.hasAttribute('open')).toBe(true);
    card.open = false;
    await card.updateComplete;
    expect(details.open).toBe(false);
  });

  it('leaves `open` alone when the audits open', async () => {
    const card = await cardOf(signal);
    part(card, 'audits-summary').click();
    await expect.poll(() => (part(card, 'audits') as HTMLDetailsElement).open).toBe(true);
    expect(card.open).toBeFalsy();
    card.headingLevel = 2;
    await card.updateComplete;
    expect((part(card, 'audits') as HTMLDetailsElement).open).toBe(true);
  });

  it('gives the page places for a logo, actions and a footer', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${signal}>
        <b slot="logo">L</b><button slot="actions" value="buy">Donate</button>
        <p slot="footer">Foot</p>
        <a href="/">Fallback</a>
      </messenger-card>`,
    );
    const slotted = (name: string) =>
      (card.shadowRoot?.querySelector(`slot[name=${name}]`) as HTMLSlotElement)
        .assignedElements()
        .map(text);
    expect([slotted('logo'), slotted('actions'), slotted('footer')]).toEqual([
      ['L'],
      ['Donate'],
      ['Foot'],
    ]);
    expect(all(card, 'slot:not([name])')).toEqual([]);
    card.querySelector('button')?.click();
    await card.updateComplete;
    expect(card.name).toBeUndefined();
    expect(states(card)).toEqual(['ready']);
  });

  it('tells which download was followed', async () => {
    const card = await cardOf(signal);
    const heard = vi.fn<(event: Event) => void>();
    card.parentElement?.addEventListener('download-follow', heard);
    card.addEventListener('click', (event) => event.preventDefault());
    all(card, '.stores a[href$=linux]')[0]?.click();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({
      platform: 'linux',
      url: 'https://signal.org/download/linux',
      label: 'Instructions',
    });
    part(card, 'links').querySelector('a')?.click();
    expect(heard).toHaveBeenCalledOnce();
  });

  it('speaks the language of its place: words, dates, lists', async () => {
    const card = await cardOf(signal);
    card.strings = { 'runs-on': 'Läuft auf', reviewed: 'Geprüft {date}' };
    card.lang = 'de';
    await card.updateComplete;
    expect(text(part(card, 'downloads-summary'))).toContain('Läuft auf');
    expect(text(part(card, 'footer'))).toContain('Geprüft 16. Sept. 2022');
    expect(text(part(card, 'facts'))).toContain('Okt. 2016');
  });

  it('runs from right to left where its page does', async () => {
    const stage = await fixture(
      html`<div dir="rtl" lang="ar" style="inline-size: 50rem">
        <messenger-card .messenger=${signal}></messenger-card>
      </div>`,
    );
    const card = stage.firstElementChild as MessengerCard;
    const mark = part(card, 'logo').getBoundingClientRect();
    const name = part(card, 'name').getBoundingClientRect();
    expect(mark.left).toBeGreaterThan(name.left);
    expect(mark.right).toBeGreaterThan(name.right - 1);
    expect(text(part(card, 'footer'))).toContain('سبتمبر 2022');
    expect(stage.scrollWidth).toBeLessThanOrEqual(stage.clientWidth);
  });

  it.each([320, 360, 573, 800])(
    'is as wide as its place of %i pixels and no wider',
    async (width) => {
      const stage = await fixture(
        html`<div style="inline-size: ${width}px">
          <messenger-card
            open
            .messenger=${{
              ...overdue,
              name: 'Zwischenzeitnachrichtenübermittlung'.repeat(2),
              developer: 'x'.repeat(200),
              highlights: [
                {
                  ...signal.highlights[0],
                  text: 'y'.repeat(200),
                  source: { url: `https://${'z'.repeat(60)}.example/`, date: '2022' },
                },
              ],
            }}
          ></messenger-card>
        </div>`,
      );
      const card = stage.firstElementChild as MessengerCard;
      const box = part(card, 'card');
      expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
      expect(box.getBoundingClientRect().width).toBeLessThanOrEqual(width);
    },
  );
});

describe('<messenger-card> that was drawn in the browser', () => {
  it('tells nobody that it has a record before the record is shown', async () => {
    const card = document.createElement('messenger-card');
    card.messenger = signal;
    const seen: unknown[] = [];
    card.addEventListener('messenger-load', (event) =>
      seen.push(
        text(part(card, 'name')),
        states(card),
        event.id,
        event.name,
        event.messenger?.name,
        event.bubbles,
        event.composed,
      ),
    );
    (await fixture('<div></div>')).append(card);
    await expect
      .poll(() => seen)
      .toEqual(['Signal', ['ready'], 'signal', 'Signal', 'Signal', true, true]);
  });
});
