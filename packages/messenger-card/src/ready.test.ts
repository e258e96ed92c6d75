import { type ContentSource, setContentSource, type Tree } from '@sealmark/element-kit';
import { expectQuietPage, fixture, press, settled } from '@sealmark/tooling/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MessengerLoadEvent } from './events.ts';
import { all, cardOf, later, part, source, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { signal } from './sample.test.data.ts';

expectQuietPage();

afterEach(() => setContentSource(undefined));

const treeOf = (node: Node): Tree[] => {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  const attributes = [...node.attributes].map(({ name, value }) => [name, value]);
  const inside = [...node.childNodes].flatMap(treeOf);
  return [[node.localName, Object.fromEntries(attributes), ...inside]];
};

/** A content source with the card of Signal as a build draws it: no day, no visitor. */
async function readySource(more: Partial<ContentSource> = {}): Promise<ContentSource> {
  const agent = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('');
  const card = await cardOf(signal);
  const root = [...(card.shadowRoot?.childNodes ?? [])].flatMap(treeOf);
  agent.mockRestore();
  card.remove();
  const words = { own: 'Yours first.', overdue: ', overdue' };
  const ready = { root, language: 'en', words, reviewBy: signal.reviewBy };
  return { ...source, ready: (name) => (name === 'signal' ? ready : undefined), ...more };
}

const shown = (attributes = '') =>
  fixture<MessengerCard>(`<messenger-card name="signal" ${attributes}></messenger-card>`);

describe('<messenger-card> that lies ready', () => {
  it('is shown without its record, and says so', async () => {
    const card = vi.fn(source.card);
    setContentSource(await readySource({ card }));
    const loads: unknown[] = [];
    const note = (event: Event) => {
      const { id, name, messenger } = event as MessengerLoadEvent;
      loads.push([id, name, messenger]);
    };
    document.addEventListener('messenger-load', note);
    const element = await shown();
    await settled();
    document.removeEventListener('messenger-load', note);
    expect(states(element)).toEqual(['ready']);
    expect(text(part(element, 'name'))).toBe('Signal');
    expect(card).not.toHaveBeenCalled();
    expect(loads).toEqual([['signal', 'Signal', undefined]]);
  });

  it('names its language where the place has another one', async () => {
    setContentSource(await readySource());
    const element = await shown('lang="it"');
    expect(states(element)).toEqual(['ready']);
    expect(all(element, '[lang]')).toEqual([part(element, 'card')]);
    expect(part(element, 'card').lang).toBe('en');
  });

  it('puts the own platform first, tells of what is followed, and works by keyboard', async () => {
    setContentSource(await readySource());
    const element = await shown('open heading-level="4"');
    expect(part(element, 'name').localName).toBe('h4');
    expect((part(element, 'downloads') as HTMLDetailsElement).open).toBe(true);
    expect(all(element, '.stores li')[0]?.dataset['platform']).toBe('linux');
    expect(text(part(element, 'downloads'))).toContain('Yours first.');
    const followed: string[] = [];
    element.addEventListener('download-follow', ({ url }) => followed.push(url));
    const link = all(element, '.stores a')[0];
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.click();
    expect(followed).toEqual(['https://signal.org/download/linux']);
    part(element, 'downloads-summary').focus();
    await press('Enter');
    await expect.poll(() => element.hasAttribute('open')).toBe(false);
  });

  it.each<[string, (card: MessengerCard) => void, string]>([
    ['layout', (card) => (card.layout = 'compact'), signal.tagline],
    ['words', (card) => (card.strings = { links: 'Ways' }), 'Ways'],
    ['name', (card) => (card.name = 'wren'), 'Wren'],
    ['record', (card) => (card.messenger = { ...signal, name: 'Given' }), 'Given'],
  ])('gives way to another %s', async (_, change, words) => {
    setContentSource(await readySource());
    const element = await shown();
    change(element);
    await expect.poll(() => text(part(element, 'card'))).toContain(words);
    expect(states(element)).toContain('ready');
  });

  it('keeps focus and open disclosures when its heading gets another level', async () => {
    setContentSource(await readySource());
    const element = await shown();
    part(element, 'audits-summary').click();
    part(element, 'audits-summary').focus();
    await settled();
    element.headingLevel = 2;
    await expect.poll(() => part(element, 'name').localName).toBe('h2');
    expect((part(element, 'audits') as HTMLDetailsElement).open).toBe(true);
    expect(element.shadowRoot?.activeElement).toBe(part(element, 'audits-summary'));
  });

  it('stays where the record of a change cannot be had', async () => {
    const answer = later<undefined>();
    setContentSource(await readySource({ card: () => answer.promise }));
    const element = await shown();
    element.layout = 'compact';
    await settled();
    answer.reject(new Error('offline'));
    await settled();
    expect(states(element)).toEqual(['ready']);
    expect(text(part(element, 'maker'))).toBe('Signal Messenger LLC');
  });

  it('is not what is shown where the page has words of its own for the language, or nothing lies ready', async () => {
    const content = await readySource();
    setContentSource(content);
    const element = await fixture<MessengerCard>('<messenger-card name="wren"></messenger-card>');
    expect(text(part(element, 'name'))).toBe('Wren Android');
    setContentSource({ ...content, ready: () => Promise.reject(new Error('offline')) });
    const lost = await shown();
    await expect.poll(() => states(lost)).toEqual(['error']);
    expect(all(lost, '.retry')).toHaveLength(1);
  });
});
