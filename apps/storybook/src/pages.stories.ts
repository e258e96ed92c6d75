import type { MessengerCardRecord } from '@sealmark/schema';
import signal from '@sealmark/messengers/cards/signal';
import briar from '@sealmark/messengers/cards/briar';
import element from '@sealmark/messengers/cards/element';
import session from '@sealmark/messengers/cards/session';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '@sealmark/messenger-card/define.js';
import '@sealmark/messenger-card/provide.js';
import './pages.css';

interface Args {
  count: number;
  layout: 'full' | 'compact';
}

const entries = [signal, element, session, briar] as readonly MessengerCardRecord[];

/** As many records as asked for, told apart by their numbers. */
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const record = entries[index % entries.length] as MessengerCardRecord;
    return { ...record, name: `${record.name} ${index + 1}` };
  });

const meta = {
  title: 'Pages',
  args: { count: 100, layout: 'full' },
  argTypes: {
    count: { control: { type: 'range', min: 1, max: 1000 } },
    layout: { control: 'inline-radio', options: ['full', 'compact'] },
  },
  parameters: {
    // A hundred cards are read by axe elsewhere, one by one.
    a11y: { test: 'off' },
    docs: {
      story: { inline: false, height: '30rem' },
      // Nobody copies a hundred records.
      canvas: { sourceState: 'none' },
      source: { transform: () => '' },
      description: {
        component:
          'Cards in number. What is out of sight is not laid out; find in page, anchors, printing and screen readers reach it all the same.',
      },
    },
  },
  render: ({ count, layout }) =>
    html`<main class="many ${layout}">
      ${records(count).map(
        (record, index) =>
          html`<messenger-card
            id="entry-${index + 1}"
            heading-level="2"
            layout=${layout}
            .messenger=${record}
          ></messenger-card>`,
      )}
    </main>`,
} satisfies Meta<Args>;

export default meta;

type Story = StoryObj<Args>;

/** Whether a card is laid out. */
const isLaidOut = (card: Element) =>
  card.shadowRoot?.querySelector('[part=name]')?.checkVisibility({ contentVisibilityAuto: true });

/** A long page: one card below the other. */
export const AHundredCards: Story = {
  async play({ canvasElement, args }) {
    const cards = [...canvasElement.querySelectorAll('messenger-card')];
    await expect(cards).toHaveLength(args.count);
    await waitFor(() => expect(cards.every((card) => card.matches(':state(ready)'))).toBe(true));
    await waitFor(() => expect(cards.filter(isLaidOut).length).toBeLessThan(args.count / 4));
  },
};

/** A directory: compact cards side by side. */
export const ADirectory: Story = { args: { layout: 'compact' }, globals: { width: 'none' } };
