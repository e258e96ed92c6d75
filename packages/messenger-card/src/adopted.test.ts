import { type ContentSource, setContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { fixture, press, expectQuietPage, settled } from '@sealmark/tooling/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessengerErrorEvent, MessengerLoadEvent } from './events.ts';
import { all, later, pageOf, part, source, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { moved, overdue, removed, signal, wren } from './sample.test.data.ts';

expectQuietPage();

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network in this test'));
});

afterEach(() => setContentSource(undefined));

/** Puts a card of a page on the page, and tells of everything that changes in its root. */
async function adopt(markup: string) {
  const document_ = Document.parseHTMLUnsafe(markup);
  const card = document_.querySelector('messenger-card') as MessengerCard;
  const mutations: string[] = [];
  const observer = new MutationObserver((records) => {
    mutations.push(
      ...records.map(({ type, attributeName, target }) =>
        `${type} ${attributeName ?? ''} ${(target as Element).className ?? ''}`.trim(),
      ),
    );
  });
  observer.observe(card.shadowRoot as ShadowRoot, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  });
  // What is open says so once, and not to us.
  await settled();
  (await fixture('<div></div>')).append(card);
  await card.updateComplete;
  await settled();
  return { card, mutations };
}

const platforms = (card: Element) =>
  all(card, '.stores li').map((item) => item.dataset['platform']);

describe('<messenger-card> whose root came with the page', () => {
  it.each<[string[], CardRecord]>([
    [['ready'], signal],
    [['ready', 'partial'], wren],
    [['moved'], moved],
    [['removed'], removed],
  ])('keeps it as it stands and is %j', async (expected, record) => {
    const { card, mutations } = await adopt(await pageOf(record));
    expect(mutations).toEqual([]);
    expect(states(card)).toEqual(expected);
  });

  it.each<[string, string, CardRecord]>([
    ['signal', 'Signal', signal],
    ['wren', 'Wren', wren],
    [removed.id, removed.name, removed],
  ])('tells the page once that %s is there, by id and name', async (id, name, record) => {
    const loads: unknown[] = [];
    const note = (event: Event) => {
      const load = event as MessengerLoadEvent;
      loads.push([load.id, load.name, load.messenger, states(load.target as Element)[0]]);
    };
    const page = await pageOf(record);
    document.addEventListener('messenger-load', note);
    const { card } = await adopt(page);
    // A card that is moved is no other card.
    card.parentElement?.append(card);
    await settled();
    document.removeEventListener('messenger-load', note);
    expect(loads).toEqual([[id, name, undefined, states(card)[0]]]);
  });

  it('asks nobody for anything, whatever content source comes', async () => {
    const ask = vi.fn(() => undefined);
    setContentSource({ card: ask });
    const { card, mutations } = await adopt(await pageOf(signal));
    setContentSource({ card: ask });
    card.content = { card: ask };
    await card.updateComplete;
    await settled();
    expect(ask).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
    expect(mutations).toEqual([]);
  });

  it('says at its foot that the review is overdue, and changes nothing else', async () => {
    const { card, mutations } = await adopt(await pageOf(overdue));
    expect(states(card)).toEqual(['ready', 'stale']);
    expect(text(part(card, 'footer'))).toContain(
      'Reviewed 16 Sep 2022, due by 16 Mar 2023, overdue',
    );
    expect(part(card, 'footer').querySelector('.seal')).toBeNull();
    expect(part(card, 'footer').querySelector('.glyph.alert')).not.toBeNull();
    expect(part(card, 'notice')).toBeNull();
    expect(mutations.length).toBeLessThanOrEqual(2);
  });

  it('moves the own platform up on the first opening of the downloads, inside the list alone', async () => {
    const { card, mutations } = await adopt(await pageOf(signal));
    expect(platforms(card)[0]).toBe('android');
    const before = mutations.length;
    part(card, 'downloads-summary').click();
    await expect.poll(() => platforms(card)[0]).toBe('linux');
    await expect.poll(() => card.hasAttribute('open')).toBe(true);
    expect(text(part(card, 'downloads'))).toContain('Nothing was sent.');
    await settled();
    expect(new Set(mutations.slice(before))).toEqual(
      new Set([
        'attributes open downloads',
        'attributes class own',
        'childList  stores',
        'childList  panel',
      ]),
    );
  });

  it('moves nothing when they close that came open', async () => {
    const { card } = await adopt(await pageOf(signal, true));
    part(card, 'downloads-summary').click();
    await expect.poll(() => card.hasAttribute('open')).toBe(false);
    expect(platforms(card)[0]).toBe('android');
    part(card, 'downloads-summary').click();
    await expect.poll(() => platforms(card)[0]).toBe('linux');
  });

  it('leaves the order alone when the audits open', async () => {
    const { card } = await adopt(await pageOf(signal));
    part(card, 'audits-summary').click();
    await settled();
    expect(platforms(card)[0]).toBe('android');
    expect(card.open).toBeFalsy();
  });

  it('lets an old audit look old once the audits open, and says how old it is', async () => {
    const { card, mutations } = await adopt(await pageOf(signal));
    const [audit] = all(card, '.audits li');
    expect(text(audit)).not.toContain('years old');
    part(card, 'audits-summary').click();
    await expect
      .poll(() => text(audit))
      .toMatch(/By Katriel.* Report, eprint\.iacr\.org ?\d\d years old\.$/);
    expect(audit?.className).toBe('old');
    part(card, 'audits-summary').click();
    part(card, 'audits-summary').click();
    await settled();
    expect(text(audit).match(/years old/g)).toHaveLength(1);
    expect(mutations.filter((change) => change.startsWith('childList'))).toHaveLength(1);
  });

  it('says on paper how old the audits are that are closed', async () => {
    const { card } = await adopt(await pageOf(signal));
    dispatchEvent(new Event('beforeprint'));
    expect(text(all(card, '.audits li')[0])).toMatch(/ ?\d\d years old\.$/);
    card.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(text(all(card, '.audits li')[0]).match(/years old/g)).toHaveLength(1);
  });

  it('says how old audits are in the language of its place, also of those that were open', async () => {
    vi.spyOn(console, 'warn');
    const page = (await pageOf(signal))
      .replace('<messenger-card', '<messenger-card lang="de"')
      .replace('<details class="audits"', '<details open class="audits"');
    const { card } = await adopt(page);
    await expect.poll(() => text(part(card, 'audits'))).toMatch(/\d\d Jahre alt\./);
  });

  it('opens by attribute without another root', async () => {
    const { card, mutations } = await adopt(await pageOf(signal));
    card.open = true;
    await card.updateComplete;
    expect((part(card, 'downloads') as HTMLDetailsElement).open).toBe(true);
    expect(card.hasAttribute('open')).toBe(true);
    card.removeAttribute('open');
    await card.updateComplete;
    expect((part(card, 'downloads') as HTMLDetailsElement).open).toBe(false);
    await settled();
    expect(mutations.some((change) => change.includes('card'))).toBe(false);
  });

  it('tells which download was followed', async () => {
    const { card } = await adopt(await pageOf(signal));
    const heard = vi.fn<(event: Event) => void>();
    card.addEventListener('download-follow', heard);
    card.addEventListener('click', (event) => event.preventDefault());
    all(card, '.stores a')[0]?.click();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ platform: 'android', label: 'Google Play' });
  });

  it('renders a record that the page gives it at once', async () => {
    const page = Document.parseHTMLUnsafe(await pageOf(signal));
    const card = page.querySelector('messenger-card') as MessengerCard;
    (await fixture('<div></div>')).append(card);
    card.messenger = wren;
    await card.updateComplete;
    expect(text(part(card, 'name'))).toBe('Wren Android');
  });

  it.each<[string, (card: MessengerCard) => void]>([
    ['the layout', (card) => card.setAttribute('layout', 'compact')],
    ['the heading level', (card) => card.setAttribute('heading-level', '2')],
    ['the language', (card) => (card.lang = 'de')],
    ['the words', (card) => (card.strings = { links: 'More' })],
  ])('loads its record once when %s changes, and renders then', async (_, change) => {
    const answer = later<CardRecord | undefined>();
    const ask = vi.fn<ContentSource['card']>(() => answer.promise);
    setContentSource({ ...source, card: ask });
    const { card, mutations } = await adopt(await pageOf(signal));
    change(card);
    await card.updateComplete;
    expect(mutations).toEqual([]);
    expect(ask.mock.calls.map(([name]) => name)).toEqual(['signal']);
    const load = vi.fn();
    card.addEventListener('messenger-load', load);
    answer.resolve(signal);
    await expect.poll(() => load).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledOnce();
    expect(all(card, '[part=card]')).toHaveLength(1);
    expect(getComputedStyle(part(card, 'card')).borderTopWidth).toBe('2px');
    expect(states(card)).toEqual(['ready']);
    card.headingLevel = 5;
    await card.updateComplete;
    expect(part(card, 'name').tagName).toBe('H5');
    expect(ask).toHaveBeenCalledOnce();
  });

  it('keeps its root until the record of another name is there', async () => {
    const answer = later<CardRecord | undefined>();
    setContentSource({ ...source, card: () => answer.promise });
    const { card, mutations } = await adopt(await pageOf(signal));
    card.name = 'wren';
    await settled();
    expect(mutations).toEqual([]);
    expect(states(card)).toEqual(['ready']);
    answer.resolve(wren);
    await expect.poll(() => text(part(card, 'name'))).toBe('Wren Android');
    expect(states(card)).toEqual(['ready', 'partial']);
  });

  it('renders at once where the record is at hand, and asks once', async () => {
    const ask = vi.fn(source.card);
    setContentSource({ card: ask });
    const { card } = await adopt(await pageOf(signal));
    card.name = 'wren';
    await card.updateComplete;
    expect(text(part(card, 'name'))).toBe('Wren Android');
    expect(ask).toHaveBeenCalledOnce();
  });

  it.each<[string, string, ContentSource]>([
    ['unknown-name', 'nope', source],
    ['unreachable', 'wren', { card: () => Promise.reject(new Error('no')) }],
    ['not-record', 'wren', { card: () => ({}) as CardRecord }],
  ])(
    'says so where the record of another name cannot be had, and where that of its own name cannot, keeps its root: %s',
    async (reason, name, content) => {
      setContentSource(content);
      const { card, mutations } = await adopt(await pageOf({ ...signal, id: name }));
      const heard = vi.fn<(event: Event) => void>();
      card.addEventListener('messenger-error', heard);
      card.lang = 'de';
      await expect.poll(() => heard).toHaveBeenCalledOnce();
      expect((heard.mock.calls[0]?.[0] as MessengerErrorEvent).reason).toBe(reason);
      await settled();
      expect(mutations).toEqual([]);
      expect(states(card)).toEqual(['ready']);
      card.name = `${name}s`;
      await expect.poll(() => states(card)).not.toContain('ready');
      expect(states(card)).toEqual([reason === 'unknown-name' ? reason : 'error']);
      expect(text(part(card, 'notice'))).toContain(`${name}s`);
      expect(part(card, 'name')).toBeNull();
      setContentSource(source);
      card.lang = '';
      card.name = 'wren';
      card.name = 'overdue';
      await card.updateComplete;
      expect(states(card)).toEqual(['ready', 'stale']);
    },
  );

  it('asks again for what could not be had when the browser is back online', async () => {
    vi.mocked(fetch).mockImplementation(() => Promise.reject(new TypeError('offline')));
    const { card } = await adopt(await pageOf(signal));
    card.src = '/wren.json';
    await settled();
    expect(states(card)).toEqual(['error']);
    vi.mocked(fetch).mockResolvedValue(new Response(JSON.stringify(wren)));
    dispatchEvent(new Event('online'));
    await expect.poll(() => text(part(card, 'name'))).toBe('Wren Android');
  });

  it('asks again for the record of another name when it was off the page meanwhile', async () => {
    const ask = vi.fn<ContentSource['card']>(() => later<undefined>().promise);
    setContentSource({ ...source, card: ask });
    const { card } = await adopt(await pageOf(signal));
    const place = card.parentElement as Element;
    card.name = 'wren';
    await settled();
    card.remove();
    await settled();
    ask.mockImplementation(source.card);
    place.append(card);
    await expect.poll(() => text(part(card, 'name'))).toBe('Wren Android');
  });

  it('knows of downloads that were opened before it came to life', async () => {
    setContentSource(source);
    const page = await pageOf(signal);
    const { card } = await adopt(page.replace('class="downloads"', 'class="downloads" open'));
    expect(card.open).toBe(true);
    card.open = false;
    await card.updateComplete;
    expect((part(card, 'downloads') as HTMLDetailsElement).open).toBe(false);
  });

  it('waits for a content source that comes after the change', async () => {
    const { card, mutations } = await adopt(await pageOf(signal));
    card.name = 'wren';
    await settled();
    expect(mutations).toEqual([]);
    setContentSource(source);
    await expect.poll(() => text(part(card, 'name'))).toBe('Wren Android');
  });

  it('keeps open what is open and the focus where it is', async () => {
    setContentSource(source);
    const { card } = await adopt(await pageOf(signal));
    part(card, 'audits-summary').click();
    part(card, 'downloads-summary').click();
    part(card, 'downloads-summary').focus();
    await settled();
    card.layout = 'compact';
    await card.updateComplete;
    expect((part(card, 'audits') as HTMLDetailsElement).open).toBe(true);
    expect((part(card, 'downloads') as HTMLDetailsElement).open).toBe(true);
    expect(card.shadowRoot?.activeElement).toBe(part(card, 'downloads-summary'));
    await settled();
    expect(card.open).toBe(true);
    expect(platforms(card)[0]).toBe('linux');
  });

  it('keeps the focus on a link that is still there', async () => {
    setContentSource(source);
    const { card } = await adopt(await pageOf(signal));
    const link = part(card, 'links').querySelectorAll('a')[1] as HTMLElement;
    link.focus();
    card.lang = 'de';
    await card.updateComplete;
    expect((card.shadowRoot?.activeElement as HTMLAnchorElement).href).toBe(
      'https://signal.org/legal/#privacy-policy',
    );
  });

  it('is worked by keyboard as it stands', async () => {
    const { card } = await adopt(await pageOf(signal));
    part(card, 'downloads-summary').focus();
    await press('Enter');
    await expect.poll(() => card.open).toBe(true);
    await press('Tab');
    expect(card.shadowRoot?.activeElement?.getAttribute('href')).toBe(
      'https://signal.org/download/linux',
    );
  });

  it('opens the new entry of one that moved', async () => {
    setContentSource({ card: source.card });
    const { card } = await adopt(await pageOf(moved, false, { card: source.card }));
    all(card, 'button')[0]?.click();
    await expect.poll(() => text(part(card, 'name'))).toBe('Signal');
  });
});
