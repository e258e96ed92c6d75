import { type ContentSource, setContentSource } from '@sealmark/element-kit';
import type { CardRecord } from '@sealmark/schema';
import { fixture, expectQuietPage, settled } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessengerErrorEvent } from './events.ts';
import { all, later, part, source, states, text } from './helpers.test.data.ts';
import { MessengerCard } from './messenger-card.ts';
import { signal, wren } from './sample.test.data.ts';

expectQuietPage();

const json = (data: unknown) => Promise.resolve(new Response(JSON.stringify(data)));
const name = (card: Element) => text(card.shadowRoot?.querySelector('[part=name] bdi'));
let errors: MessengerErrorEvent[] = [];
const note = (event: Event) => errors.push(event as MessengerErrorEvent);

beforeEach(() => {
  errors = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.reject(new TypeError('no network in this test')),
  );
  document.addEventListener('messenger-error', note);
});

afterEach(() => {
  setContentSource(undefined);
  document.removeEventListener('messenger-error', note);
});

describe('the order of data', () => {
  it('is the property, then the address, then the name', async () => {
    setContentSource(source);
    vi.mocked(fetch).mockImplementation(() => json({ ...signal, name: 'Fetched' }));
    const card = await fixture<MessengerCard>(
      html`<messenger-card name="wren" src="/signal.json" .messenger=${signal}></messenger-card>`,
    );
    expect(name(card)).toBe('Signal');
    expect(fetch).not.toHaveBeenCalled();
    card.messenger = undefined;
    await expect.poll(() => name(card)).toBe('Fetched');
    card.removeAttribute('src');
    await expect.poll(() => name(card)).toBe('Wren');
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('asks nobody for anything unless there is an address', async () => {
    setContentSource(source);
    await fixture(html`<messenger-card name="signal"></messenger-card>`);
    await fixture(html`<messenger-card name="nope"></messenger-card>`);
    await fixture(html`<messenger-card></messenger-card>`);
    await fixture(html`<messenger-card .messenger=${signal}></messenger-card>`);
    await settled();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('puts the content source of the card before that of the page', async () => {
    setContentSource(source);
    const own: ContentSource = { card: () => ({ ...signal, name: 'Own' }) };
    const card = await fixture<MessengerCard>(
      html`<messenger-card name="signal" .content=${own}></messenger-card>`,
    );
    expect(name(card)).toBe('Own');
    card.content = undefined;
    await card.updateComplete;
    expect(name(card)).toBe('Signal');
  });

  it('follows its name', async () => {
    setContentSource(source);
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    card.name = 'wren';
    await card.updateComplete;
    expect(name(card)).toBe('Wren');
  });
});

describe('while the record is on its way', () => {
  const waiting = (children = '') => {
    const answer = later<CardRecord | undefined>();
    setContentSource({ card: () => answer.promise });
    return fixture<MessengerCard>(
      `<messenger-card name="signal">${children}</messenger-card>`,
    ).then((card) => ({ card, answer }));
  };

  it('says what is asked for and states nothing', async () => {
    const { card } = await waiting();
    expect(states(card)).toEqual(['loading']);
    expect(text(part(card, 'card'))).toBe('signal Opening the record');
    expect(all(card, '[aria-busy]'), 'what is said there may be dropped').toEqual([]);
    expect(all(card, '[role=status]').map(text)).toEqual(['Opening the record']);
    expect(all(card, 'dl, details, a, .glyph, time')).toEqual([]);
  });

  it('has no heading without a name, and that of a record whose drawing is on its way', async () => {
    const provided = MessengerCard.drawing;
    const slow = () => later<never>().promise;
    Object.assign(MessengerCard, { drawing: slow });
    try {
      for (const [messenger, headings] of [
        [signal, ['Signal']],
        [{ ...signal, name: {} }, []],
      ]) {
        const card = await fixture<MessengerCard>(
          html`<messenger-card .messenger=${messenger as never}></messenger-card>`,
        );
        expect(states(card)).toEqual(['loading']);
        expect(all(card, '[part=name]').map(text)).toEqual(headings);
      }
    } finally {
      Object.assign(MessengerCard, { drawing: provided });
    }
  });

  it('keeps the fallback children until there is a record', async () => {
    const { card, answer } = await waiting('<a href="https://signal.org">Signal</a>');
    const child = card.querySelector('a') as HTMLElement;
    expect(child.checkVisibility()).toBe(true);
    answer.resolve(signal);
    await expect.poll(() => states(card)).toEqual(['ready']);
    expect(child.checkVisibility()).toBe(false);
  });

  it('shows fallback children that come later', async () => {
    const { card, answer } = await waiting();
    card.innerHTML = '<a href="https://signal.org">Signal</a>';
    await expect.poll(() => card.querySelector('a')?.checkVisibility()).toBe(true);
    answer.reject(new Error('no'));
    await expect.poll(() => states(card)).toEqual(['error']);
    expect(card.querySelector('a')?.checkVisibility()).toBe(true);
    card.innerHTML = '';
    await expect.poll(() => text(part(card, 'card'))).not.toContain('Instead');
    card.innerHTML = '<a href="https://signal.org">Signal</a>';
    await expect.poll(() => card.querySelector('a')?.checkVisibility()).toBe(true);
  });

  it('waits for a content source that comes later', async () => {
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    expect(states(card)).toEqual(['loading']);
    setContentSource(source);
    await card.updateComplete;
    expect(states(card)).toEqual(['ready']);
    expect(name(card)).toBe('Signal');
  });

  it('finds a content source that came while it was off the page', async () => {
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    const place = card.parentElement;
    card.remove();
    setContentSource(source);
    await settled();
    place?.append(card);
    await expect.poll(() => states(card)).toEqual(['ready']);
  });

  it('takes a promise of another realm for what it is', async () => {
    const frame = await fixture<HTMLIFrameElement>('<iframe></iframe>');
    const { Promise: Other } = frame.contentWindow as unknown as typeof globalThis;
    setContentSource({ card: () => Other.resolve(signal) });
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    await expect.poll(() => states(card)).toEqual(['ready']);
  });

  it('asks once, and tells once', async () => {
    const answer = later<CardRecord | undefined>();
    const ask = vi.fn(() => answer.promise);
    const loads = vi.fn();
    document.addEventListener('messenger-load', loads);
    setContentSource({ card: ask });
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    answer.resolve(signal);
    await expect.poll(() => states(card)).toEqual(['ready']);
    await settled();
    document.removeEventListener('messenger-load', loads);
    expect(ask).toHaveBeenCalledOnce();
    expect(loads).toHaveBeenCalledOnce();
  });

  it('drops what was under way when something else is asked for', async () => {
    const first = later<CardRecord | undefined>();
    const second = later<CardRecord | undefined>();
    const signals: AbortSignal[] = [];
    setContentSource({
      card: (asked, abort) => {
        if (abort) signals.push(abort);
        return asked === 'signal' ? first.promise : second.promise;
      },
    });
    const loads = vi.fn<(event: Event) => void>();
    document.addEventListener('messenger-load', loads);
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    card.name = 'wren';
    await card.updateComplete;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    second.resolve(wren);
    await expect.poll(() => name(card)).toBe('Wren');
    first.resolve(signal);
    await settled();
    document.removeEventListener('messenger-load', loads);
    expect(name(card)).toBe('Wren');
    expect(loads).toHaveBeenCalledOnce();
    expect(errors).toEqual([]);
  });

  it('says nothing of a failure that nobody waits for any more', async () => {
    const first = later<CardRecord | undefined>();
    setContentSource({ card: (asked) => (asked === 'signal' ? first.promise : wren) });
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    card.name = 'wren';
    await card.updateComplete;
    first.reject(new Error('late'));
    await settled();
    expect(errors).toEqual([]);
    expect(states(card)).toContain('ready');
  });

  it('takes a name that changes in the moment of the answer', async () => {
    const first = later<CardRecord | undefined>();
    setContentSource({ card: (asked) => (asked === 'signal' ? first.promise : wren) });
    const card = await fixture<MessengerCard>('<messenger-card name="signal"></messenger-card>');
    const loads: string[] = [];
    card.addEventListener('messenger-load', ({ messenger }) => loads.push(messenger?.name ?? ''));
    first.resolve(signal);
    await first.promise;
    await Promise.resolve();
    card.name = 'wren';
    await settled();
    expect(name(card)).toBe('Wren');
    expect(loads).toEqual(['Wren']);
  });

  it('aborts the request when the address changes', async () => {
    vi.mocked(fetch).mockImplementation(
      (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        }),
    );
    const card = await fixture<MessengerCard>('<messenger-card src="/a.json"></messenger-card>');
    vi.mocked(fetch).mockImplementation(() => json(signal));
    card.src = '/b.json';
    await expect.poll(() => states(card)).toEqual(['ready']);
    expect(errors).toEqual([]);
  });
});

describe('when there is no record', () => {
  type Row = [
    state: string,
    reason: string,
    subject: string,
    words: string,
    arrange: () => Promise<MessengerCard>,
  ];
  const fallback = '<a href="https://signal.org">Signal</a>';
  const from = (answer: () => Promise<Response>) => () => {
    vi.mocked(fetch).mockImplementation(answer);
    return fixture<MessengerCard>(
      `<messenger-card src="/data/signal.json">${fallback}</messenger-card>`,
    );
  };
  const rows: Row[] = [
    [
      'unknown-name',
      'unknown-name',
      'signl',
      'Nothing here is named “signl”. See all entries',
      () => {
        setContentSource(source);
        return fixture(`<messenger-card name="signl">${fallback}</messenger-card>`);
      },
    ],
    [
      'unknown-name',
      'no-name',
      '',
      'This card does not say which messenger it shows.',
      () => fixture(`<messenger-card>${fallback}</messenger-card>`),
    ],
    [
      'error',
      'unreachable',
      '/data/signal.json',
      '/data/signal.json could not be reached.',
      from(() => Promise.reject(new TypeError('offline'))),
    ],
    [
      'error',
      'status',
      '/data/signal.json',
      '/data/signal.json answered with error 404.',
      from(() => Promise.resolve(new Response('{}', { status: 404 }))),
    ],
    [
      'error',
      'not-json',
      '/data/signal.json',
      '/data/signal.json sent something else',
      from(() => Promise.resolve(new Response('<!doctype html>'))),
    ],
    [
      'error',
      'not-record',
      '/data/signal.json',
      '/data/signal.json sent data that are not the record',
      from(() => json({ hello: 'world' })),
    ],
    [
      'error',
      'unreachable',
      '/data/signal.json',
      'could not be reached',
      from(() =>
        Promise.resolve(
          new Response(new ReadableStream({ start: (it) => it.error(new Error('cut')) })),
        ),
      ),
    ],
    [
      'error',
      'not-record',
      '',
      'What this card was given is not the record',
      () =>
        fixture(
          html`<messenger-card .messenger=${[] as never}
            ><a href="https://signal.org">Signal</a></messenger-card
          >`,
        ),
    ],
    [
      'error',
      'unreachable',
      'signal',
      'signal could not be reached.',
      () => {
        setContentSource({ card: () => Promise.reject(new Error('no chunk')) });
        return fixture(`<messenger-card name="signal">${fallback}</messenger-card>`);
      },
    ],
    [
      'error',
      'unreachable',
      'signal',
      'signal could not be reached.',
      () => {
        setContentSource({
          card: () => {
            throw new Error('broken');
          },
        });
        return fixture(`<messenger-card name="signal">${fallback}</messenger-card>`);
      },
    ],
    [
      'unknown-name',
      'unknown-name',
      'signal',
      'Nothing here is named',
      () => {
        setContentSource({ card: () => null as never });
        return fixture(`<messenger-card name="signal">${fallback}</messenger-card>`);
      },
    ],
  ];

  it.each(rows)('says %s, because: %s of %j', async (state, reason, subject, words, arrange) => {
    const card = await arrange();
    await expect.poll(() => states(card)).toEqual([state]);
    await expect.poll(() => errors.length).toBe(1);
    expect(errors[0]).toMatchObject({ reason, subject, bubbles: true, composed: true });
    const notice = part(card, 'notice');
    expect(text(notice)).toContain(words);
    expect(notice.getAttribute('role')).toBe('status');
    expect(card.querySelector('a')?.checkVisibility()).toBe(true);
    expect(all(card, 'dl, details, [part=name], [part=footer]')).toEqual([]);
  });

  it('gives an answer fifteen seconds and no more', async () => {
    const late = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    vi.mocked(fetch).mockImplementation(
      (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        }),
    );
    const card = await fixture<MessengerCard>('<messenger-card src="/slow.json"></messenger-card>');
    expect(timeout).toHaveBeenCalledWith(15_000);
    expect(states(card)).toEqual(['loading']);
    late.abort(new DOMException('late', 'TimeoutError'));
    await expect.poll(() => states(card)).toEqual(['error']);
    expect(errors[0]?.reason).toBe('late');
    expect(text(part(card, 'notice'))).toContain('took too long');
  });

  it('shows a record that comes after a failure', async () => {
    setContentSource(source);
    const card = await fixture<MessengerCard>('<messenger-card name="nope"></messenger-card>');
    expect(states(card)).toEqual(['unknown-name']);
    card.name = 'signal';
    await card.updateComplete;
    expect(states(card)).toEqual(['ready']);
  });

  it('says the name as it was given, as text', async () => {
    setContentSource(source);
    const card = await fixture<MessengerCard>(
      html`<messenger-card name=${'<img src=x onerror=alert(1)>'}></messenger-card>`,
    );
    expect(text(part(card, 'notice'))).toContain('“<img src=x onerror=alert(1)>”');
    expect(all(card, 'img')).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('knows no entry %s', async (asked) => {
    setContentSource(source);
    const card = await fixture<MessengerCard>(
      html`<messenger-card name=${asked}></messenger-card>`,
    );
    expect(states(card)).toEqual(['unknown-name']);
  });
});
