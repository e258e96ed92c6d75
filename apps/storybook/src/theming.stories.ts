import {
  type ColorName,
  colorOf,
  colors,
  contrast,
  cssColor,
  lengths,
  type Scheme,
  texts,
} from '@sealmark/theme';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '@sealmark/messenger-card/define.js';
import '@sealmark/messenger-card/provide.js';
import './theming.css';

const meta = {
  title: 'Theming',
  parameters: {
    docs: {
      description: {
        component:
          'Set these custom properties on any ancestor of an element, or on the element, and it looks like your site. What they cannot say, `::part()` can. The figures are computed from the tokens.',
      },
    },
  },
  globals: { width: 'none' },
} satisfies Meta;

export default meta;

const surroundings: readonly (readonly [words: string, Scheme, more: boolean])[] = [
  ['Light', 'light', false],
  ['Dark', 'dark', false],
  ['Light, more contrast', 'light', true],
  ['Dark, more contrast', 'dark', true],
];

/** What WCAG 2.2 calls a figure for text. */
const grade = (figure: number) => (figure >= 7 ? 'AAA' : figure >= 4.5 ? 'AA' : 'too low');

const cell = (text: ColorName, ground: ColorName, scheme: Scheme, more: boolean) => {
  const [ink, paper] = [colorOf(text, scheme, more), colorOf(ground, scheme, more)];
  const figure = contrast(ink, paper);
  return html`<td style="color: oklch(${ink}); background: oklch(${paper})">
    ${figure.toFixed(1)} <small>${grade(figure)}</small>
  </td>`;
};

/** Every text and the grounds on which it stands, as WCAG 2.2 measures contrast. Seven and more is AAA. */
export const Contrast: StoryObj = {
  render: () =>
    html`<table class="figures">
      <thead>
        <tr>
          <th scope="col">Text on ground</th>
          ${surroundings.map(([words]) => html`<th scope="col">${words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${texts.flatMap(([text, grounds]) =>
          grounds.map(
            (ground) =>
              html`<tr>
                <th scope="row">${text} on ${ground}</th>
                ${surroundings.map(([, scheme, more]) => cell(text, ground, scheme, more))}
              </tr>`,
          ),
        )}
      </tbody>
    </table>`,
  async play({ canvasElement }) {
    const figures = [...canvasElement.querySelectorAll('td')].map(({ innerText }) =>
      Number.parseFloat(innerText),
    );
    await expect(figures.length).toBeGreaterThan(50);
    await expect(Math.min(...figures)).toBeGreaterThanOrEqual(7);
  },
};

/** The custom properties and their values. Colors follow the scheme of the place. */
export const Tokens: StoryObj = {
  render: () =>
    html`<table class="tokens">
      <thead>
        <tr>
          <th scope="col">Custom property</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        ${(Object.keys(colors) as ColorName[]).map(
          (name) =>
            html`<tr>
              <th scope="row"><code>--sealmark-${name}</code></th>
              ${(['light', 'dark'] as const).map(
                (scheme) =>
                  html`<td><span class="swatch" style="background: oklch(${colorOf(name, scheme)})"></span></td>`,
              )}
              <td><code>${cssColor(name)}</code></td>
            </tr>`,
        )}
        ${Object.entries(lengths).map(
          ([name, length]) =>
            html`<tr>
              <th scope="row"><code>--sealmark-${name}</code></th>
              <td colspan="2"><span class="length" style="inline-size: ${length}"></span></td>
              <td><code>${length}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>`,
};

const brands = [
  ['sealmark light', 'Sealmark'],
  ['journal', 'Journal: paper, serifs, no corners'],
  ['console', 'Console: dark, round'],
  ['poster', 'Poster: loud, by parts as well'],
] as const;

/** The same card on four sites: by custom properties, and on the last one by parts as well. */
export const Brands: StoryObj = {
  render: () =>
    html`<div class="brands">
      ${brands.map(
        ([site, words]) =>
          html`<section class="stage ${site}">
            <h2>${words}</h2>
            <messenger-card name="signal" open></messenger-card>
          </section>`,
      )}
    </div>`,
  async play({ canvasElement }) {
    const cards = [...canvasElement.querySelectorAll('messenger-card')];
    await waitFor(() => expect(cards.every((card) => card.matches(':state(ready)'))).toBe(true));
    const grounds = cards.map(
      ({ shadowRoot }) =>
        getComputedStyle(shadowRoot?.querySelector('[part=card]') as Element).backgroundColor,
    );
    await expect(new Set(grounds).size).toBe(brands.length);
  },
};
