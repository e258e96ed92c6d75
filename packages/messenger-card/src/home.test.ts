import { canEmulate, emulate, fixture } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { all, cardOf, expectQuietPage, part, settled, source } from './helpers.test.data.ts';
import type { MessengerCard } from './messenger-card.ts';
import { overdue, signal } from './sample.test.data.ts';
import { cards } from './states.test.data.ts';

expectQuietPage();

interface Documented {
  readonly cssProperties: readonly { readonly name: string; readonly default?: string }[];
  readonly cssParts: readonly { readonly name: string }[];
  readonly cssStates: readonly { readonly name: string }[];
}

/** What the manifest of the package tells its users. */
async function documented(): Promise<Documented> {
  const answer = await fetch(new URL('../dist/custom-elements.json', import.meta.url));
  const { modules } = (await answer.json()) as {
    modules: { declarations: (Documented & { tagName?: string })[] }[];
  };
  return modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'messenger-card') as Documented;
}

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

const style = (element: Element | null | undefined) => getComputedStyle(element as Element);
const mark = 'rgb(1, 2, 3)';

/** Where each public property must arrive, and as what. */
const promises: Record<string, [value: string, of: (stale: Element, lost: Element) => string]> = {
  axis: [
    '100px',
    (card) => style(all(card, '.facts > div')[0]).gridTemplateColumns.split(' ')[0] ?? '',
  ],
  inset: ['33px', (card) => style(part(card, 'header')).paddingInlineStart],
  radius: ['9px', (card) => style(part(card, 'card')).borderEndEndRadius],
  ink: [mark, (card) => style(part(card, 'name')).color],
  quiet: [mark, (card) => style(part(card, 'maker')).color],
  surface: [mark, (card) => style(part(card, 'card')).backgroundColor],
  tint: [mark, (card) => style(all(card, '.own')[0]).backgroundColor],
  line: [mark, (card) => style(part(card, 'card')).borderInlineStartColor],
  edge: [mark, (_, card) => style(part(card, 'retry')).borderTopColor],
  evidence: [mark, (card) => style(all(card, 'a')[0]).color],
  plate: [mark, (card) => style(part(card, 'logo')).backgroundColor],
  caution: [mark, (card) => style(part(card, 'footer')).color],
  'caution-tint': [mark, (card) => style(part(card, 'notice')).backgroundColor],
  alarm: [mark, (_, card) => style(part(card, 'card')).borderBlockStartColor],
  'alarm-tint': [mark, (_, card) => style(part(card, 'notice')).backgroundColor],
};

describe('<messenger-card> styled by its page', () => {
  it('lets every documented property arrive where it is promised, from the page as from itself', async () => {
    const names = (await documented()).cssProperties.map(({ name }) => name);
    expect(names.map((name) => name.replace('--sealmark-', '')).sort()).toEqual(
      Object.keys(promises).sort(),
    );
    const stage = await fixture<HTMLElement>(
      html`<div style="inline-size: 44rem">
        <messenger-card open .messenger=${overdue} .content=${source}></messenger-card>
        <messenger-card name="signal" .content=${{ card: () => Promise.reject(new Error('offline')) }}></messenger-card>
      </div>`,
    );
    await settled();
    const [stale, lost] = [...stage.children] as HTMLElement[];
    for (const [name, [value, of]] of Object.entries(promises)) {
      const found = () => of(stale as Element, lost as Element);
      const before = found();
      expect(before, name).not.toBe(value);
      stage.style.setProperty(`--sealmark-${name}`, value);
      expect(found(), `${name} set on the page`).toBe(value);
      stage.style.removeProperty(`--sealmark-${name}`);
      for (const card of [stale, lost]) card?.style.setProperty(`--sealmark-${name}`, value);
      expect(found(), `${name} set on the card`).toBe(value);
      for (const card of [stale, lost]) card?.style.removeProperty(`--sealmark-${name}`);
      expect(found(), name).toBe(before);
    }
  });

  it('documents every part, and lets a page reach each', async () => {
    const list = await everyState();
    const names = (await documented()).cssParts.map(({ name }) => name);
    const there = list.flatMap((card) =>
      all(card, '[part]').flatMap(({ part: tokens }) => [...tokens]),
    );
    expect([...new Set(there)].sort()).toEqual([...names].sort());
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    for (const name of names) {
      sheet.replaceSync(`messenger-card::part(${name}) { outline: 7px dotted ${mark} }`);
      const card = list.find((each) => part(each, name)) as MessengerCard;
      expect(style(part(card, name)).outlineWidth, name).toBe('7px');
    }
    document.adoptedStyleSheets.pop();
  });

  it('documents every state, and is in each', async () => {
    const list = await everyState();
    for (const { name } of (await documented()).cssStates)
      expect(
        list.some((card) => card.matches(`:state(${name})`)),
        name,
      ).toBe(true);
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
    const stage = await fixture<HTMLElement>(
      html`<div class="page"><style>.page { color-scheme: light } .page.dark { color-scheme: dark }</style>
        <messenger-card .messenger=${signal} .content=${source}></messenger-card></div>`,
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
    const stage = await fixture<HTMLElement>(
      html`<div><style>h3, a, p, dl, .card, .row { color: rgb(9, 9, 9); font-size: 3px; display: none }</style>
        <messenger-card .messenger=${signal} .content=${source}></messenger-card><a href="/">Mine</a></div>`,
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
