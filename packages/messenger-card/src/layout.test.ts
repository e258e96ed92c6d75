import {
  canEmulate,
  emulate,
  expectReadable,
  expectTargets,
  fixture,
  expectQuietPage,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { all, part, settled, source } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { overdue, signal, wren } from './sample.test.data.ts';
import { cards } from './states.test.data.ts';

expectQuietPage();

const names = Object.keys(cards);

/** Every state below one another in a column, with all that opens open. */
async function column(width: string): Promise<MessengerCard[]> {
  const stage = await fixture<HTMLElement>(
    html`<div style="inline-size: ${width}">${Object.values(cards)}</div>`,
  );
  await settled();
  const list = [...stage.children] as MessengerCard[];
  for (const card of list) {
    // What is out of sight is not laid out, and cannot be measured.
    card.style.contentVisibility = 'visible';
    for (const details of all(card, 'details')) details.toggleAttribute('open', true);
  }
  return list;
}

function expectEach(list: readonly MessengerCard[], when: string): void {
  for (const [index, card] of list.entries()) {
    expectReadable(card, `when ${names[index]}, ${when}`);
    expectTargets(card, `when ${names[index]}, ${when}`);
  }
}

/** What a reader may set by WCAG 2.2, 1.4.12, as a sheet of their own: it reaches into every root. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`);

afterEach(async () => {
  document.documentElement.style.zoom = '';
  await page.viewport(1024, 768);
});

describe('<messenger-card> can be read and pressed in every state', () => {
  it.each(['17.5rem', '20rem', '22.5rem', '36rem', '44rem', '64rem'])(
    'in a column of %s, with the text spacing of its reader too',
    async (width) => {
      const list = await column(width);
      expectEach(list, `in ${width}`);
      for (const card of list) card.shadowRoot?.adoptedStyleSheets.push(spacing);
      expectEach(list, `in ${width} with text spacing`);
    },
  );

  it('at 400 % on a screen of 1280 pixels, and sideways never', async () => {
    await page.viewport(1280, 1024);
    document.documentElement.style.zoom = '4';
    const list = await column('auto');
    expectEach(list, 'at 400 %');
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('with letters of twice the size', async () => {
    document.documentElement.style.fontSize = '200%';
    const list = await column('40rem');
    expectEach(list, 'with large letters');
    document.documentElement.style.fontSize = '';
  });
});

describe.runIf(canEmulate)('<messenger-card> on paper', () => {
  it('shows what is closed, with addresses, and nothing to press', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${signal} .content=${source}></messenger-card>`,
    );
    const height = () => part(card, 'downloads').getBoundingClientRect().height;
    const before = height();
    await emulate({ media: 'print' });
    expect(height()).toBeGreaterThan(before * 3);
    expect(part(card, 'audits').querySelector('li')?.checkVisibility()).toBe(true);
    const address = (link: Element | null) =>
      getComputedStyle(link as Element, '::after').content.replaceAll('"', '');
    expect(address(part(card, 'downloads').querySelector('.stores a'))).toContain(
      'https://signal.org/download/linux',
    );
    expect(address(part(card, 'links').querySelector('a'))).toContain('https://signal.org');
    expect(address(part(card, 'audits').querySelector('a'))).toContain('2016/1013.pdf');
    expect(getComputedStyle(part(card, 'button')).display).toBe('none');
  });
});

describe.runIf(canEmulate)('<messenger-card> for readers who want no motion', () => {
  it('moves nothing, and the chevron alone for others', async () => {
    const card = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${overdue} .content=${source}></messenger-card>`,
    );
    const moving = () =>
      all(card, '*').filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none';
      });
    await emulate({ reducedMotion: 'no-preference' });
    expect(new Set(moving().map(({ className }) => className))).toEqual(new Set(['chevron']));
    await emulate({ reducedMotion: 'reduce' });
    expect(moving()).toEqual([]);
  });
});

describe.runIf(canEmulate)('<messenger-card> in forced colors', () => {
  it('tells its glyphs and its notice apart without a color', async () => {
    await emulate({ forcedColors: 'active' });
    const stale = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${overdue}></messenger-card>`,
    );
    const unknown = await fixture<MessengerCard>(
      html`<messenger-card .messenger=${wren}></messenger-card>`,
    );
    expect(getComputedStyle(part(stale, 'notice')).borderInlineStartWidth).toBe('4px');
    expect(getComputedStyle(part(stale, 'button')).borderTopWidth).toBe('1px');
    const color = (card: MessengerCard, glyph: string) =>
      getComputedStyle(all(card, `.glyph${glyph}`)[0] as Element).color;
    const ink = getComputedStyle(part(stale, 'card')).color;
    for (const [card, glyph] of [
      [stale, '.alert'],
      [stale, '.open'],
      [unknown, '.unknown'],
    ] as const)
      expect(color(card, glyph), glyph).toBe(ink);
  });
});
