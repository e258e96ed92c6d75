import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import './sheets.css';

/** The stories of an element: how they are rendered, and what of. */
interface Stories {
  readonly default: { render(args: object | undefined): unknown; beforeEach?(): () => void };
  readonly [name: string]: { readonly args?: object } | Stories['default'];
}

const found = import.meta.glob<Stories>('../../../packages/*/src/*.stories.ts', { eager: true });
const samplesOf = (tag: string) =>
  found[`../../../packages/${tag}/src/${tag}.stories.ts`] as Stories;

/** Stories of an element under their names. */
const sheet = (tag: string, ...names: string[]) => {
  const { default: meta, ...stories } = samplesOf(tag);
  const args = (name: string) => (stories[name] as { args?: object } | undefined)?.args;
  return html`<div class="sheet">
    ${names.map(
      (name) =>
        html`<section>
          <p>${name.replaceAll(/(?<=[a-zA-Z])(?=[A-Z][a-z])/g, ' ')}</p>
          ${meta.render(args(name))}
        </section>`,
    )}
  </div>`;
};

/** Every state at a glance, and what `npm run test:visual` compares with its references. */
const meta = {
  title: 'Sheets',
  tags: ['!test', '!autodocs', 'visual'],
  globals: { width: 'none' },
  parameters: { a11y: { test: 'off' } },
  beforeEach: () => samplesOf('messenger-card').default.beforeEach?.(),
  async play({ canvasElement }) {
    const cards = [...canvasElement.querySelectorAll('messenger-card')];
    // Heron is the one whose record never comes.
    const isThere = (card: Element) =>
      card.shadowRoot?.querySelector('[part=card]') &&
      (card.getAttribute('name') === 'heron' || !card.matches(':state(loading)'));
    await waitFor(() => expect(cards.every(isThere)).toBe(true));
  },
} satisfies Meta;

export default meta;

export const CardStates: StoryObj = {
  render: () =>
    sheet(
      'messenger-card',
      'Compact',
      'Stale',
      'Loading',
      'LoadingWithChildren',
      'UnknownName',
      'ErrorStatus',
      'Moved',
      'Removed',
    ),
};

export const CardDark: StoryObj = {
  render: () => sheet('messenger-card', 'Open', 'ErrorStatus'),
  globals: { scheme: 'dark' },
};

export const CardNarrow: StoryObj = {
  render: () => sheet('messenger-card', 'LongTexts'),
  globals: { width: '22.5rem' },
};

export const CardRightToLeft: StoryObj = {
  render: () => sheet('messenger-card', 'RightToLeft', 'OtherLanguage'),
  globals: { language: 'ar', width: '44rem' },
};

export const Parts: StoryObj = {
  render: () =>
    html`${sheet('audit-badge', 'Default', 'NoneKnown', 'Several', 'ADependencyOnly')}${sheet(
      'downloads-dropdown',
      'OwnPlatform',
      'OwnLabel',
    )}`,
};
