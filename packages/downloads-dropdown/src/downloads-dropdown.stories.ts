import type { CardDownload } from '@sealmark/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import './define.ts';
import './provide.ts';
import type { DownloadsDropdown } from './downloads-dropdown.ts';

type Story = StoryObj<Args>;
type Args = Partial<
  Pick<DownloadsDropdown, 'downloads' | 'label' | 'platform' | 'open' | 'name' | 'strings'>
> & {
  children?: unknown;
  lang?: string;
};

const downloads: CardDownload[] = [
  { platform: 'windows', url: 'https://heron.example/windows', label: 'Installer' },
  { platform: 'macos', url: 'https://heron.example/mac', label: 'Installer' },
  { platform: 'linux', url: 'https://heron.example/linux', label: 'Packages' },
  {
    platform: 'android',
    store: 'google-play',
    url: 'https://play.google.example/heron',
    label: 'Google Play',
  },
  {
    platform: 'android',
    store: 'f-droid',
    url: 'https://f-droid.example/heron',
    label: 'F-Droid',
    note: 'From our own repository',
  },
  { platform: 'android', url: 'https://heron.example/apk', label: 'APK file' },
  { platform: 'ios', store: 'app-store', url: 'https://apps.example/heron', label: 'App Store' },
];

const meta = {
  title: 'Downloads dropdown',
  component: 'downloads-dropdown',
  // No platform is put first unless a story says which: a workshop looks the same on every machine.
  args: { platform: '' },
  render: ({ downloads: list, label, platform, name, open = false, strings, children, lang }) =>
    html`<downloads-dropdown
      lang=${lang ?? nothing}
      label=${label ?? nothing}
      platform=${platform ?? nothing}
      name=${name ?? nothing}
      ?open=${open}
      .downloads=${list}
      .strings=${strings}
      >${children ?? nothing}</downloads-dropdown
    >`,
} satisfies Meta<Args>;

export default meta;

const rootOf = (canvas: HTMLElement) =>
  canvas.querySelector('downloads-dropdown')?.shadowRoot as ShadowRoot;

/** By property. */
export const Default: Story = {
  args: { downloads },
  async play({ canvasElement }) {
    const button = rootOf(canvasElement).querySelector('summary') as HTMLElement;
    await userEvent.click(button);
    await expect(
      within(rootOf(canvasElement) as unknown as HTMLElement).getByText('F-Droid'),
    ).toBeVisible();
    await userEvent.click(button);
  },
};

export const Open: Story = { args: { downloads, open: true } };

/** The children are the list, and what readers without script see. */
export const ByMarkup: Story = {
  args: {
    open: true,
    children: html`
      <a data-platform="linux" href="https://heron.example/linux">Packages</a>
      <a data-platform="android" href="https://heron.example/apk">APK file</a>
    `,
  },
  async play({ canvasElement }) {
    await expect(rootOf(canvasElement).querySelectorAll('li')).toHaveLength(2);
  },
};

/** The visitor's own platform goes first, and a line says that nothing was sent. */
export const OwnPlatform: Story = {
  args: { downloads, platform: 'android', open: true },
  async play({ canvasElement }) {
    await expect(rootOf(canvasElement).querySelector('li')?.dataset['platform']).toBe('android');
  },
};

/** The browser says which platform it runs on. */
export const PlatformOfTheBrowser: Story = { args: { downloads, platform: undefined, open: true } };

export const OnePlatform: Story = { args: { downloads: downloads.slice(3, 6), open: true } };

/** Any word can be another one. */
export const OwnWords: Story = {
  args: { downloads, strings: { 'runs-on': 'For', download: 'Get it' } },
  async play({ canvasElement }) {
    await expect(rootOf(canvasElement).querySelector('summary')).toHaveTextContent(
      /^For .* Get it$/,
    );
  },
};

export const OwnLabel: Story = { args: { downloads, label: 'Get Heron' } };

/** Nothing to download shows nothing. */
export const Empty: Story = {
  args: { downloads: [] },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('downloads-dropdown')?.matches(':state(empty)')).toBe(
      true,
    );
  },
};

/** Only links that are `https:` are offered. */
export const UnsafeLinks: Story = {
  args: {
    downloads: [
      { platform: 'linux', url: 'javascript:alert(1)', label: 'No' },
      ...downloads.slice(0, 1),
    ],
    open: true,
  },
  async play({ canvasElement }) {
    await expect(rootOf(canvasElement).querySelectorAll('li')).toHaveLength(1);
  },
};

export const Dark: Story = {
  args: { downloads, platform: 'linux', open: true },
  globals: { scheme: 'dark' },
};

export const Narrow: Story = {
  args: { downloads, platform: 'linux', open: true },
  globals: { width: '22.5rem' },
};

export const ForcedColors: Story = {
  args: { downloads, platform: 'linux', open: true },
  globals: { colors: 'forced' },
};

/** In Arabic, whose words come along. */
export const RightToLeft: Story = {
  args: { downloads, platform: 'android', open: true, lang: 'ar' },
  globals: { direction: 'rtl' },
};

/** Several of the same name: one is open at a time. */
export const Exclusive: Story = {
  render: () =>
    html`${['Heron', 'Wren'].map(
      (label) =>
        html`<downloads-dropdown name="get" label=${label} platform="" .downloads=${downloads}></downloads-dropdown>`,
    )}`,
  async play({ canvasElement }) {
    const dropdowns = [...canvasElement.querySelectorAll('downloads-dropdown')];
    for (const dropdown of dropdowns) {
      dropdown.shadowRoot?.querySelector('summary')?.click();
      await waitFor(() => expect(dropdowns.filter(({ open }) => open)).toEqual([dropdown]));
    }
  },
};
