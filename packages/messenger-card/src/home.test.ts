import {
  canEmulate,
  documented,
  emulate,
  expectQuietPage,
  fixture,
  itIsAtHome,
  mark,
  settled,
  ways,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { cardsBy, part, source } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { overdue, signal } from './sample.test.data.ts';
import { cards } from './states.test.data.ts';

expectQuietPage();

const manifest = new URL('../dist/custom-elements.json', import.meta.url);
const style = (element: Element | null | undefined) => getComputedStyle(element as Element);

itIsAtHome('messenger-card', {
  manifest,
  // The first is overdue, and the last could not be had.
  page: html`<messenger-card open .messenger=${overdue} .content=${source}></messenger-card>${Object.values(cards)}`,
  promises: (inside) => {
    const lost = Object.keys(cards).indexOf('unreachable') + 1;
    return {
      '--sealmark-axis': [
        '100px',
        () => inside('.facts > div').gridTemplateColumns.split(' ')[0] ?? '',
      ],
      '--sealmark-inset': ['33px', () => inside('[part=header]').paddingInlineStart],
      '--sealmark-radius': ['9px', () => inside('.card').borderEndEndRadius],
      '--sealmark-ink': [mark, () => inside('[part=name]').color],
      '--sealmark-quiet': [mark, () => inside('[part=maker]').color],
      '--sealmark-surface': [mark, () => inside('.card').backgroundColor],
      '--sealmark-tint': [mark, () => inside('footer', 1).backgroundColor],
      '--sealmark-line': [mark, () => inside('.card').borderInlineStartColor],
      '--sealmark-edge': [mark, () => inside('.retry', lost).borderTopColor],
      '--sealmark-evidence': [mark, () => inside('a').color],
      '--sealmark-plate': [mark, () => inside('[part=logo]').backgroundColor],
      '--sealmark-caution': [mark, () => inside('footer').color],
      '--sealmark-caution-tint': [mark, () => inside('footer').backgroundColor],
      '--sealmark-alarm': [mark, () => inside('.card', lost).borderBlockStartColor],
      '--sealmark-alarm-tint': [mark, () => inside('[part=notice]', lost).backgroundColor],
    };
  },
  ground: '.card',
});

/** A rule of the page, until the end of the test. */
function pageRule(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

afterEach(() => {
  document.adoptedStyleSheets = [];
});

describe('the states of <messenger-card>', () => {
  it('are all that are documented', async () => {
    const stage = await fixture(html`<div>${Object.values(cards)}</div>`);
    await settled();
    for (const name of (await documented('messenger-card', manifest)).states) {
      const isSo = [...stage.children].some((card) => card.matches(`:state(${name})`));
      expect(isSo, name).toBe(true);
    }
  });
});

describe.each(ways)('<messenger-card> in its page, %s', (_, put) => {
  it('follows the color scheme of its place, also when a class changes it', async () => {
    pageRule('.page { color-scheme: light; &.dark { color-scheme: dark } }');
    const stage = await put<HTMLElement>(
      html`<div class="page"><messenger-card .messenger=${signal} .content=${source}></messenger-card></div>`,
    );
    const card = stage.querySelector('messenger-card') as MessengerCard;
    const ground = () => style(part(card, 'card')).backgroundColor;
    const light = ground();
    stage.classList.add('dark');
    expect(ground()).not.toBe(light);
    stage.classList.remove('dark');
    expect(ground()).toBe(light);
  });

  it.runIf(canEmulate)(
    'is dark for readers who like it where the page leaves it open',
    async () => {
      const stage = await put<HTMLElement>(
        html`<div style="color-scheme: light dark"><messenger-card .messenger=${signal}></messenger-card></div>`,
      );
      const ground = () => style(part(stage.firstElementChild as Element, 'card')).backgroundColor;
      const light = ground();
      await emulate({ colorScheme: 'dark' });
      expect(ground()).not.toBe(light);
    },
  );

  it('lets no rule of the page reach in, and none of its own out', async () => {
    pageRule('h3, a, p, dl, .card, .row { font-size: 3px; display: none }');
    const stage = await put<HTMLElement>(
      html`<div><messenger-card .messenger=${signal} .content=${source}></messenger-card><a href="/">Mine</a></div>`,
    );
    const card = stage.querySelector('messenger-card') as MessengerCard;
    expect(style(part(card, 'name')).fontSize).toBe('24px');
    expect(style(part(card, 'card')).display).not.toBe('none');
    expect(style(stage.querySelector('a')).fontSize).toBe('3px');
  });

  it('is wide enough to be read, and no wider than there is room, wherever it is put', async () => {
    const card = html`<messenger-card .messenger=${signal}></messenger-card>`;
    const places = [
      'display: flex',
      'display: flex; flex-wrap: wrap',
      'display: flex; flex-direction: column; align-items: start',
      'display: grid',
      'width: fit-content; max-width: 100%',
    ];
    // The second ones are out of sight, where their size is a guess.
    const stage = await put<HTMLElement>(
      html`<div style="width: 20rem">${[0, 500].flatMap((far) =>
        places.map((css) => html`<div style="padding-top: ${far}vh; ${css}">${card}${card}</div>`),
      )}</div>`,
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const each of stage.querySelectorAll('messenger-card')) {
      const { offsetWidth, parentElement } = each;
      expect(offsetWidth, parentElement?.style.cssText).toBeGreaterThanOrEqual(192);
      expect(offsetWidth, parentElement?.style.cssText).toBeLessThanOrEqual(320);
    }
  });

  it('breaks its lines where the page breaks none, and leaves no mark alone on a line', async () => {
    const stage = await put<HTMLElement>(
      html`<div style="width: 18.75rem; white-space: nowrap"><messenger-card .messenger=${signal}></messenger-card></div>`,
    );
    const card = stage.querySelector('messenger-card') as MessengerCard;
    expect(part(card, 'card').scrollWidth).toBeLessThanOrEqual(300);
    const [mark, words] = part(card, 'audits-summary').querySelectorAll('.lead > *');
    const [line] = (words as Element).getClientRects();
    expect(mark?.getBoundingClientRect().top).toBeGreaterThan((line as DOMRect).top - 2);
  });

  it('is gone where it is hidden', async () => {
    const card = await cardsBy(put)(signal);
    card.hidden = true;
    expect(style(card).display).toBe('none');
  });
});
