import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { loadLanguage } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import './define.ts';
import './provide.ts';
import { MessengerCard } from './messenger-card.ts';
import { moved, overdue, removed, signal, wren } from './sample.test.data.ts';

const markup = (template: unknown) =>
  collectResultSync(render(template))
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!--.*?-->|<\?>/gs, '');
const card = (record: unknown) =>
  markup(
    html`<messenger-card .messenger=${record as CardRecord} .content=${{
      card: () => undefined,
      href: (destination: string, id = '') => `/pages/${destination}/${id}`,
    }}></messenger-card>`,
  );

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('<messenger-card> on the server', () => {
  it('is real HTML: a heading, disclosures, lists, links, times', () => {
    const text = card(signal);
    expect(text).toContain('<template shadowroot="open" shadowrootmode="open">');
    expect(text).toMatch(/<h3[^>]*><bdi>Signal<\/bdi>/);
    expect(text.match(/<details/g)).toHaveLength(2);
    expect(text.match(/<summary/g)).toHaveLength(2);
    expect(text).toContain('<dl class="facts"');
    expect(text).toContain('href="https://signal.org/legal/#privacy-policy"');
    expect(text).toContain('<time datetime="2022-09-16">16 Sep 2022</time>');
    expect(text).toContain('href="/pages/sources/signal"');
  });

  it('says by when the next review is due, and not whether it is', () => {
    const text = card(overdue);
    expect(text).toContain(', due by <time datetime="2023-03-16">16 Mar 2023</time>');
    expect(text).not.toMatch(/stale|overdue/i);
    expect(text).toContain('class="card ready"');
  });

  it('lists downloads in the order of the record', () => {
    const platforms = [...card(signal).matchAll(/data-platform="(\w+)"/g)].map(
      ([, platform]) => platform,
    );
    expect(platforms).toEqual(['android', 'android', 'ios', 'windows', 'linux']);
    expect(card(signal)).not.toContain('Your platform');
  });

  it.each([
    ['partial', wren, 'Unknown: <bdi>nothing published</bdi>'],
    ['moved', moved, 'href="/pages/entry/signal"'],
    ['removed', removed, 'Security updates ended'],
  ])('renders one that is %s', (state, record, words) => {
    const text = card(record);
    expect(text).toMatch(new RegExp(`class="card [a-z ]*${state}`));
    expect(text).toContain(words);
  });

  it.each([
    [2, 'h2'],
    [6, 'h6'],
    [9, 'h3'],
  ])('gives heading-level %i the heading %s', (level, tag) => {
    expect(
      markup(html`<messenger-card heading-level=${level} .messenger=${signal}></messenger-card>`),
    ).toContain(`<${tag} `);
  });

  it('is compact and open where its attributes say so', () => {
    const text = markup(
      html`<messenger-card layout="compact" open .messenger=${signal}></messenger-card>`,
    );
    expect(text).toContain('class="card compact ready"');
    expect(text).toMatch(/<details[^>]*class="downloads"[^>]* open/);
    expect(text).toContain(signal.tagline);
    expect(text).not.toContain('<dl');
  });

  it('takes its record from a content source that answers at once', () => {
    const source = { card: (name: string) => (name === 'signal' ? signal : undefined) };
    expect(
      markup(html`<messenger-card name="signal" .content=${source}></messenger-card>`),
    ).toContain('Signal Messenger LLC');
    expect(
      markup(html`<messenger-card name="nope" .content=${source}></messenger-card>`),
    ).toContain('<slot></slot>');
  });

  it('writes the dates and words of its language', async () => {
    await loadLanguage(MessengerCard.languages, 'de');
    const text = markup(html`<messenger-card lang="de" .messenger=${signal}></messenger-card>`);
    expect(text).toContain('16. Sept. 2022');
    expect(text).toContain('Läuft auf');
  });

  it('writes the same bytes whatever the day', () => {
    const write = (day: string) => {
      vi.useFakeTimers({ now: new Date(day) });
      return [signal, overdue, wren, moved, removed].map(card).join();
    };
    expect(write('2016-12-31')).toBe(write('3066-12-31'));
  });

  it('asks nobody for anything', () => {
    const fetching = vi.spyOn(globalThis, 'fetch');
    card(signal);
    expect(fetching).not.toHaveBeenCalled();
  });

  it('lets no value become markup', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hostile = '"><script>alert(1)</script>';
    const tainted = JSON.parse(JSON.stringify(signal), (key, value) =>
      typeof value === 'string' &&
      !/^(kind|date|reviewed|reviewBy|auditsReviewed|type|url)$/.test(key)
        ? value + hostile
        : value,
    );
    const text = card({
      ...tainted,
      links: [
        { role: 'homepage', url: 'javascript:alert(1)' },
        { role: 'x', url: `https://a.example/${hostile}` },
      ],
    });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('javascript:');
  });
});
