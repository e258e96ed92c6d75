import {
  canEmulate,
  documented,
  emulate,
  expectParts,
  expectProperties,
  fixture,
  mark,
  expectQuietPage,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { all, cardOf, part, settled, source } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { overdue, signal } from './sample.test.data.ts';
import { cards } from './states.test.data.ts';

expectQuietPage();

const manifest = new URL('../dist/custom-elements.json', import.meta.url);

/** A card in every state, all of them open. */
async function everyState(): Promise<MessengerCard[]> {
  const stage = await fixture(html`<div>${Object.values(cards)}</div>`);
  await settled();
  const list = [...stage.children] as MessengerCard[];
  for (const card of list) {
    card.style.contentVisibility = 'visible';
    for (const details of all(card, 'details')) details.toggleAttribute('open', true);
  }
  return list;
}

/** A rule of the page, until the end of the test. */
function pageRule(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

afterEach(() => {
  document.adoptedStyleSheets = [];
});

const style = (element: Element | null | undefined) => getComputedStyle(element as Element);

describe('<messenger-card> styled by its page', () => {
  it('lets every documented property arrive where it is promised', async () => {
    const stage = await fixture<HTMLElement>(
      html`<div style="inline-size: 44rem">
        <messenger-card open .messenger=${overdue} .content=${source}></messenger-card>
        <messenger-card name="signal" .content=${{ card: () => Promise.reject(new Error('offline')) }}></messenger-card>
      </div>`,
    );
    await settled();
    const [stale, lost] = [...stage.children] as [HTMLElement, HTMLElement];
    expectProperties(
      await documented('messenger-card', manifest),
      {
        '--sealmark-axis': [
          '100px',
          () => style(all(stale, '.facts > div')[0]).gridTemplateColumns.split(' ')[0] ?? '',
        ],
        '--sealmark-inset': ['33px', () => style(part(stale, 'header')).paddingInlineStart],
        '--sealmark-radius': ['9px', () => style(part(stale, 'card')).borderEndEndRadius],
        '--sealmark-ink': [mark, () => style(part(stale, 'name')).color],
        '--sealmark-quiet': [mark, () => style(part(stale, 'maker')).color],
        '--sealmark-surface': [mark, () => style(part(stale, 'card')).backgroundColor],
        '--sealmark-tint': [mark, () => style(all(stale, '.own')[0]).backgroundColor],
        '--sealmark-line': [mark, () => style(part(stale, 'card')).borderInlineStartColor],
        '--sealmark-edge': [mark, () => style(part(lost, 'retry')).borderTopColor],
        '--sealmark-evidence': [mark, () => style(all(stale, 'a')[0]).color],
        '--sealmark-plate': [mark, () => style(part(stale, 'logo')).backgroundColor],
        '--sealmark-caution': [mark, () => style(part(stale, 'footer')).color],
        '--sealmark-caution-tint': [mark, () => style(part(stale, 'notice')).backgroundColor],
        '--sealmark-alarm': [mark, () => style(part(lost, 'card')).borderBlockStartColor],
        '--sealmark-alarm-tint': [mark, () => style(part(lost, 'notice')).backgroundColor],
      },
      [stale, lost],
    );
  });

  it('documents every part and every state, and lets a page reach each', async () => {
    const list = await everyState();
    const told = await documented('messenger-card', manifest);
    expectParts(told, list);
    for (const name of told.states) {
      const isSo = list.some((card) => card.matches(`:state(${name})`));
      expect(isSo, name).toBe(true);
    }
  });
});

describe('<messenger-card> at home', () => {
  it('takes the font of its place, for every word', async () => {
    const stage = await fixture(
      html`<div style="font-family: Test Face, serif">${Object.values(cards)}</div>`,
    );
    await settled();
    for (const card of stage.children)
      for (const element of all(card, ':not(code)'))
        expect(style(element).fontFamily, element.outerHTML.slice(0, 80)).toContain('Test Face');
  });

  it('follows the color scheme of its place, also when a class changes it', async () => {
    pageRule('.page { color-scheme: light; &.dark { color-scheme: dark } }');
    const stage = await fixture<HTMLElement>(
      html`<div class="page"><messenger-card .messenger=${signal} .content=${source}></messenger-card></div>`,
    );
    const card = stage.querySelector('messenger-card') as MessengerCard;
    const ground = () => style(part(card, 'card')).backgroundColor;
    const light = ground();
    stage.classList.add('dark');
    const dark = ground();
    expect(dark).not.toBe(light);
    stage.classList.remove('dark');
    expect(ground()).toBe(light);
    card.style.colorScheme = 'dark';
    expect(ground()).toBe(dark);
  });

  it.runIf(canEmulate)(
    'is dark for readers who like it where the page leaves it open',
    async () => {
      const stage = await fixture<HTMLElement>(
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
    const stage = await fixture<HTMLElement>(
      html`<div><messenger-card .messenger=${signal} .content=${source}></messenger-card><a href="/">Mine</a></div>`,
    );
    const card = stage.querySelector('messenger-card') as MessengerCard;
    expect(style(part(card, 'name')).fontSize).toBe('24px');
    expect(style(part(card, 'card')).display).not.toBe('none');
    expect(style(stage.querySelector('a')).fontSize).toBe('3px');
  });

  it('is gone where it is hidden', async () => {
    const card = await cardOf(signal);
    card.hidden = true;
    expect(style(card).display).toBe('none');
  });
});
