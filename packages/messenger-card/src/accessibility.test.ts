import { setContentSource } from '@sealmark/element-kit';
import { canEmulate, emulate, expectAccessible, fixture, press } from '@sealmark/tooling/testing';
import { html, type TemplateResult } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { all, expectQuietPage, prerendered, source, states, text } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { moved, overdue, removed, signal, wren } from './sample.test.data.ts';

expectQuietPage();

afterEach(() => setContentSource(undefined));

const never = { ...source, card: () => new Promise<undefined>(() => {}) };
const child = html`<a href="https://signal.org">Signal</a>`;
const cards: Record<string, TemplateResult> = {
  loading: html`<messenger-card name="signal" .content=${never}></messenger-card>`,
  'loading with children': html`<messenger-card name="signal" .content=${never}>${child}</messenger-card>`,
  ready: html`<messenger-card .messenger=${signal} .content=${source}></messenger-card>`,
  opened: html`<messenger-card open .messenger=${signal} .content=${source}></messenger-card>`,
  compact: html`<messenger-card layout="compact" .messenger=${signal} .content=${source}></messenger-card>`,
  partial: html`<messenger-card .messenger=${wren} .content=${source}></messenger-card>`,
  lacking: html`<messenger-card .messenger=${{ kind: 'messenger', name: 'Half' } as never} .content=${source}></messenger-card>`,
  stale: html`<messenger-card .messenger=${overdue} .content=${source}></messenger-card>`,
  'unknown name': html`<messenger-card name="nope" .content=${source}>${child}</messenger-card>`,
  'no name': html`<messenger-card .content=${source}></messenger-card>`,
  moved: html`<messenger-card .messenger=${moved} .content=${source}></messenger-card>`,
  'moved, by button': html`<messenger-card .messenger=${moved} .content=${{ card: source.card }}></messenger-card>`,
  removed: html`<messenger-card .messenger=${removed} .content=${source}></messenger-card>`,
  error: html`<messenger-card .messenger=${[] as never}>${child}</messenger-card>`,
};

const show = async (card: TemplateResult, scheme: string) => {
  const stage = await fixture<HTMLElement>(
    html`<main style="color-scheme: ${scheme}; color: CanvasText; background: Canvas"><h1>Messengers</h1><h2>Cross-platform</h2>${card}</main>`,
  );
  for (const audits of all(stage.querySelector('messenger-card') as Element, 'details.audits'))
    audits.toggleAttribute('open', true);
  return stage;
};

describe.each(['light', 'dark'])('<messenger-card>, %s', (scheme) => {
  it.each(Object.entries(cards))('has no finding of axe when %s', async (_, card) => {
    await expectAccessible(await show(card, scheme));
  });
});

describe.runIf(canEmulate)('<messenger-card> in forced colors', () => {
  it.each(Object.entries(cards))('has no finding of axe when %s', async (_, card) => {
    await emulate({ forcedColors: 'active' });
    await expectAccessible(await show(card, 'light'));
  });
});

describe.runIf(canEmulate)('<messenger-card> with more contrast', () => {
  it.each(['ready', 'stale', 'error'])('has no finding of axe when %s', async (state) => {
    await emulate({ contrast: 'more' });
    await expectAccessible(await show(cards[state] as TemplateResult, 'light'));
  });
});

describe('<messenger-card> whose root came with the page', () => {
  it('has no finding of axe', async () => {
    await expectAccessible(
      await fixture(
        `<main><h1>Messengers</h1><h2>All</h2>${await prerendered(overdue, 'name="overdue"')}</main>`,
      ),
    );
  });
});

describe('<messenger-card> by keyboard', () => {
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

  it('leads from one that moved to the new entry by Enter', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${moved} .content=${{ card: source.card }}></messenger-card>`,
    );
    await press('Tab', 'Enter');
    await expect.poll(() => states(card)).toEqual(['ready']);
  });
});

describe('<messenger-card> for hands that are not steady', () => {
  it('offers targets of at least 24 pixels, or with that much room', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card open .messenger=${signal} .content=${source}></messenger-card>`,
    );
    for (const target of all(
      card,
      'summary, .stores a, [part=links] a, [part=guides] a, [part=footer] a, .facts a',
    )) {
      expect(target.getBoundingClientRect().height, text(target)).toBeGreaterThanOrEqual(24);
    }
  });
});
