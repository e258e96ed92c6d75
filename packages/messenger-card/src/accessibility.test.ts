import { setContentSource } from '@sealmark/element-kit';
import {
  expectAccessible,
  expectQuietPage,
  fixture,
  itIsAccessible,
  press,
  ways,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageOf, part, source, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { moved, overdue, signal } from './sample.test.data.ts';
import { cards } from './states.test.data.ts';

expectQuietPage();

afterEach(() => setContentSource(undefined));

/** Whoever asks an address has waited long enough. */
beforeEach(() => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
});

itIsAccessible({
  tag: 'messenger-card',
  states: {
    ...cards,
    'too slow': html`<messenger-card src="/slow.json"><a href="https://signal.org">Signal</a></messenger-card>`,
  },
  opens: 'details.audits',
});

describe('<messenger-card> whose root came with the page', () => {
  it('has no finding of axe', async () => {
    await expectAccessible(
      await fixture(`<main><h1>Messengers</h1><h2>All</h2>${await pageOf(overdue)}</main>`),
    );
  });
});

describe.each(ways)('<messenger-card> by keyboard, %s', (_, fixture) => {
  const focused = (card: MessengerCard) => text(card.shadowRoot?.activeElement);

  it('goes through everything in the order in which it is read, and out again', async () => {
    const stage = await fixture(
      html`<div><messenger-card .messenger=${signal} .content=${source}></messenger-card><button>After</button></div>`,
    );
    const card = stage.querySelector('messenger-card') as MessengerCard;
    const path: string[] = [];
    for (
      let step = 0;
      step < 20 && document.activeElement !== stage.querySelector('button');
      step += 1
    ) {
      await press('Tab');
      if (document.activeElement === card) path.push(focused(card));
    }
    expect(path.map((words) => words.replace('Runs onAndroid', 'Runs on Android'))).toEqual([
      'Source: signal.org, Sep 2022',
      'Source: eprint.iacr.org, Oct 2016',
      'Source: support.signal.org, 2022',
      expect.stringContaining('Protocol analyzed 2016'),
      expect.stringContaining('Runs on'),
      'Homepage',
      'Privacy policy',
      'Contribute',
      'Code on GitHub',
      'Signal: settings that help',
      '31 sources',
    ]);
    expect(document.activeElement).toBe(stage.querySelector('button'));
  });

  it('opens both disclosures and steps into them', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${signal} .content=${source}></messenger-card>`,
    );
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter', 'Tab');
    expect(focused(card)).toBe('Report, eprint.iacr.org');
    await press('Tab', 'Space', 'Tab');
    expect(focused(card)).toContain('Linux Instructions');
    expect(card.open).toBe(true);
  });

  it('shows where the focus is', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${signal}></messenger-card>`,
    );
    await press('Tab');
    const { outlineStyle, outlineWidth } = getComputedStyle(
      card.shadowRoot?.activeElement as Element,
    );
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '3px']);
  });

  it('leads from one that moved to the new entry by Enter, and stays with it', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${moved} .content=${{ card: source.card }}></messenger-card>`,
    );
    await press('Tab', 'Enter');
    await expect.poll(() => states(card)).toEqual(['ready']);
    await expect.poll(() => card.shadowRoot?.activeElement).toBe(part(card, 'name'));
  });
});
