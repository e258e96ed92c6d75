import { fixture, expectQuietPage, settled } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { all, later, part, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { overdue, signal } from './sample.test.data.ts';

expectQuietPage();

const record = () => new Response(JSON.stringify(signal));
const button = (card: Element) => all(card, '.retry')[0] as HTMLButtonElement;

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
});

/** A card whose record could not be had. */
async function lost(): Promise<MessengerCard> {
  const card = await fixture<MessengerCard>(
    html`<messenger-card src="/signal.json"><a href="https://signal.org">Signal</a></messenger-card>`,
  );
  await expect.poll(() => states(card)).toEqual(['error']);
  return card;
}

describe('a record that could not be had', () => {
  it('is asked for again with a button', async () => {
    const card = await lost();
    expect(text(button(card))).toBe('Try again');
    vi.mocked(fetch).mockResolvedValue(record());
    button(card).click();
    await expect.poll(() => states(card)).toEqual(['ready']);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(button(card)).toBeUndefined();
  });

  it('keeps the children, the words and the button until there is an answer', async () => {
    const card = await lost();
    const answer = later<Response>();
    vi.mocked(fetch).mockReturnValue(answer.promise);
    const pressed = button(card);
    pressed.focus();
    pressed.click();
    await card.updateComplete;
    expect(states(card)).toEqual(['loading', 'error']);
    expect(card.querySelector('a')?.checkVisibility()).toBe(true);
    expect(pressed.getAttribute('aria-disabled')).toBe('true');
    expect(card.shadowRoot?.activeElement).toBe(pressed);
    pressed.click();
    expect(fetch).toHaveBeenCalledTimes(2);
    answer.reject(new TypeError('offline'));
    await expect.poll(() => states(card)).toEqual(['error']);
    expect(card.shadowRoot?.activeElement).toBe(button(card));
    expect(text(button(card))).toBe('Try again');
  });

  it('says all that becomes of it in one place, which stays', async () => {
    const answers = [later<Response>(), later<Response>()];
    for (const { promise } of answers) vi.mocked(fetch).mockReturnValueOnce(promise);
    const card = await fixture<MessengerCard>(
      html`<messenger-card src="/signal.json"></messenger-card>`,
    );
    const [place] = all(card, '[role=status]');
    const said = [text(place)];
    const says = async (words: string) => {
      await expect.poll(() => text(place)).toContain(words);
      expect(all(card, '[role=status]')).toEqual([place]);
      expect(place?.closest('[aria-busy]')).toBeNull();
      said.push(text(place));
    };
    answers[0]?.reject(new TypeError('offline'));
    await says('could not be reached');
    button(card).click();
    await says('Opening the record');
    answers[1]?.resolve(new Response('', { status: 404 }));
    await says('error 404');
    expect(new Set(said).size).toBe(4);
    vi.mocked(fetch).mockResolvedValue(new Response(JSON.stringify({ ...overdue, links: 0 })));
    button(card).click();
    await says('Last checked 16 Sep 2022');
  });

  it('leaves the focus on the name when it came', async () => {
    const card = await lost();
    vi.mocked(fetch).mockResolvedValue(record());
    button(card).focus();
    button(card).click();
    await expect.poll(() => states(card)).toEqual(['ready']);
    await settled();
    expect(card.shadowRoot?.activeElement).toBe(part(card, 'name'));
  });

  it('is asked for again when the browser is back online, and takes no focus', async () => {
    const card = await lost();
    vi.mocked(fetch).mockResolvedValue(record());
    dispatchEvent(new Event('online'));
    await expect.poll(() => states(card)).toEqual(['ready']);
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    ['was refused', () => new Response('', { status: 404 })],
    ['was no record', () => new Response('{}')],
  ])('is left alone by the network when it %s, and can be asked for again', async (_, answer) => {
    vi.mocked(fetch).mockResolvedValue(answer());
    const card = await lost();
    dispatchEvent(new Event('online'));
    await settled();
    expect(fetch).toHaveBeenCalledOnce();
    expect(button(card)).toBeDefined();
  });

  it('is not asked for by a card that has left the page', async () => {
    const card = await lost();
    card.remove();
    dispatchEvent(new Event('online'));
    await settled();
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('gives way to another address that is set meanwhile', async () => {
    const card = await lost();
    vi.mocked(fetch).mockReturnValueOnce(later<Response>().promise);
    button(card).click();
    await card.updateComplete;
    vi.mocked(fetch).mockResolvedValue(record());
    card.src = '/other.json';
    await expect.poll(() => states(card)).toEqual(['ready']);
  });

  it('has no button where nothing was asked for', async () => {
    const card = await fixture<MessengerCard>(html`<messenger-card></messenger-card>`);
    expect(states(card)).toEqual(['unknown-name']);
    expect(button(card)).toBeUndefined();
  });
});

describe('a card that leaves the page while its record is on its way', () => {
  const started = async () => {
    const answer = later<Response>();
    let signal: AbortSignal | null | undefined;
    vi.mocked(fetch).mockImplementation((_, init) => {
      signal = init?.signal;
      return answer.promise;
    });
    const card = await fixture<MessengerCard>(
      html`<messenger-card src="/a.json"></messenger-card>`,
    );
    return { card, answer, aborted: () => signal?.aborted };
  };

  it('asks no longer, and asks again when it is back', async () => {
    const { card, aborted } = await started();
    const place = card.parentElement as Element;
    card.remove();
    await settled();
    expect(aborted()).toBe(true);
    vi.mocked(fetch).mockResolvedValue(record());
    place.append(card);
    await expect.poll(() => states(card)).toEqual(['ready']);
  });

  it('goes on when it is only moved', async () => {
    const { card, answer, aborted } = await started();
    document.body.append(card);
    await settled();
    expect(aborted()).toBe(false);
    answer.resolve(record());
    await expect.poll(() => states(card)).toEqual(['ready']);
    expect(fetch).toHaveBeenCalledOnce();
    card.remove();
  });
});
