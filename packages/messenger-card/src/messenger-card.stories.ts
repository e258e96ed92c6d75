import type { ContentSource } from '@sealmark/element-kit';
import type {
  CardAudit,
  MessengerCardRecord,
  MovedCardRecord,
  RemovedCardRecord,
} from '@sealmark/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import './define.ts';
import './provide.ts';
import type { MessengerCard } from './messenger-card.ts';

type Story = StoryObj<Args>;
type Args = Partial<
  Pick<
    MessengerCard,
    'messenger' | 'src' | 'name' | 'content' | 'layout' | 'headingLevel' | 'open' | 'strings'
  >
> & { children?: unknown; lang?: string };

const audit: CardAudit = {
  kind: 'audit',
  title: 'Review of the app by Kiln Security',
  auditors: ['Kiln Security'],
  date: '2026-02',
  scope: [{ part: 'client', platform: 'android' }],
  excludes: [{ part: 'server' }],
  target: { relation: 'self' },
  links: [{ role: 'report', url: 'https://kiln.example/heron.pdf' }],
};

/** A messenger that does not exist, checked a moment ago and due in a long time. */
const heron: MessengerCardRecord = {
  kind: 'messenger',
  id: 'heron',
  name: 'Heron',
  qualifier: 'Android',
  logo: {
    viewBox: '0 0 24 24',
    paths: [{ d: 'M12 2 2 22h20zm0 6 5 11H7z', fill: '#2b6cb0' }],
    alt: 'Heron logo',
  },
  tagline: 'Sample entry. Sends messages by bird.',
  summary: [
    {
      type: 'paragraph',
      children: [
        'A sample entry, with ',
        { type: 'strong', children: ['strong'] },
        ' words, ',
        { type: 'code', text: 'code' },
        ' and ',
        { type: 'link', url: 'https://heron.example/', children: ['a link'] },
        '.',
      ],
    },
    { type: 'list', ordered: false, items: [['one thing'], ['another']] },
  ],
  developer: 'Heron Cooperative',
  highlights: [
    {
      fact: 'e2ee-default',
      label: 'Encryption',
      value: 'yes',
      text: 'End to end by default',
      source: { url: 'https://heron.example/security', date: '2026-06' },
    },
    {
      fact: 'forward-secrecy',
      label: 'Forward secrecy',
      value: 'partial',
      text: 'In chats, not in groups',
      source: { url: 'https://papers.example/heron', date: '2026' },
    },
    {
      fact: 'identifiers',
      label: 'Sign-up',
      value: 'none',
      text: 'Nothing',
      source: { url: 'https://heron.example/faq', date: '2026-06-30' },
    },
  ],
  links: [
    { role: 'homepage', url: 'https://heron.example/' },
    { role: 'source-code', url: 'https://git.example/heron' },
    {
      role: 'contribute',
      url: 'https://heron.example/donate',
      label: 'Give',
      note: 'Donations pay for the servers',
    },
  ],
  downloads: [
    {
      platform: 'android',
      store: 'f-droid',
      url: 'https://f-droid.example/heron',
      label: 'F-Droid',
    },
    { platform: 'android', url: 'https://heron.example/apk', label: 'APK file' },
    { platform: 'linux', url: 'https://heron.example/linux', label: 'Packages' },
  ],
  audits: [audit],
  auditsReviewed: '2026-11-02',
  sources: 12,
  lifecycle: 'active',
  reviewed: '2026-11-02',
  reviewBy: '2099-05-02',
  guides: [{ id: 'network-types', title: 'Types of networks' }],
};

/** What is known of another one: little. */
const wren = {
  kind: 'messenger',
  id: 'wren',
  name: 'Wren',
  highlights: [
    heron.highlights[0],
    {
      fact: 'forward-secrecy',
      label: 'Forward secrecy',
      value: 'unknown',
      text: 'nothing published',
      looked: '2026-09-14',
    },
    { fact: 'identifiers', label: 'Sign-up', value: 'unknown', text: 'not looked at yet' },
  ],
  audits: [],
  auditsReviewed: '2026-09-14',
  links: [{ role: 'homepage', url: 'https://wren.example/' }],
} as unknown as MessengerCardRecord;

const moved: MovedCardRecord = {
  kind: 'moved',
  id: 'egret',
  name: 'Egret',
  to: { id: 'heron', name: 'Heron', ...(heron.logo && { logo: heron.logo }) },
  since: '2025-11-09',
};

const removed: RemovedCardRecord = {
  kind: 'removed',
  id: 'bittern',
  name: 'Bittern',
  listed: '2023-05-01',
  since: '2026-03-03',
  reason: 'Security updates ended',
  source: { url: 'https://bittern.example/end', date: '2026-02' },
};

/** Answers of a server that is not there, by address. */
const answers: Record<string, () => Promise<Response>> = {
  'https://heron.example/gone.json': async () => new Response('', { status: 404 }),
  'https://heron.example/page.json': async () => new Response('<!doctype html><p>Please sign in'),
  'https://heron.example/other.json': async () => Response.json({ hello: 'world' }),
  'https://heron.example/card.json': async () => Response.json(heron),
};

const never: ContentSource = { card: () => new Promise(() => {}) };
const lost: ContentSource = { card: () => Promise.reject(new Error('offline')) };

/** Waits until the card shows these states; the first story of a run waits while Vite compiles the content. */
const shows =
  (...states: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const card = canvasElement.querySelector('messenger-card');
    for (const state of states) {
      await waitFor(
        () => expect(card?.matches(`:state(${state})`), `the state ${state}`).toBe(true),
        { timeout: 10_000 },
      );
    }
  };

const meta = {
  title: 'Messenger card',
  component: 'messenger-card',
  render: ({
    messenger,
    src,
    name,
    content,
    layout,
    headingLevel = 3,
    open = false,
    strings,
    children,
    lang,
  }) =>
    html`<messenger-card
      lang=${lang ?? nothing}
      name=${name ?? nothing}
      src=${src ?? nothing}
      layout=${layout ?? nothing}
      heading-level=${headingLevel}
      ?open=${open}
      .messenger=${messenger}
      .content=${content}
      .strings=${strings}
      >${children ?? nothing}</messenger-card
    >`,
  beforeEach() {
    const { fetch } = window;
    window.fetch = (input, init) => answers[String(input)]?.() ?? fetch(input, init);
    return () => {
      window.fetch = fetch;
    };
  },
} satisfies Meta<Args>;

export default meta;

/** The card of Signal, as the page's content source has it. */
export const Default: Story = { args: { name: 'signal' }, play: shows('ready') };

export const ElementMessenger: Story = { args: { name: 'element' }, play: shows('ready') };

export const Session: Story = { args: { name: 'session' }, play: shows('ready') };

/** No open set of marks has one of Briar: its initial stands in the place. */
export const NoLogo: Story = { args: { name: 'briar' }, play: shows('ready') };

export const Open: Story = { args: { name: 'signal', open: true }, play: shows('ready') };

export const Compact: Story = { args: { name: 'signal', layout: 'compact' }, play: shows('ready') };

export const CompactNoLogo: Story = {
  args: { name: 'briar', layout: 'compact' },
  play: shows('ready'),
};

/** Reviewed in time, with rich text in its summary. */
export const Ready: Story = { args: { messenger: heron }, play: shows('ready') };

export const Loading: Story = { args: { name: 'heron', content: never }, play: shows('loading') };

/** While the record is on its way, the author's own words stay. */
export const LoadingWithChildren: Story = {
  args: {
    name: 'heron',
    content: never,
    children: html`<a href="https://heron.example/">Heron</a>`,
  },
  play: shows('loading'),
};

export const Partial: Story = { args: { messenger: wren }, play: shows('ready', 'partial') };

export const Stale: Story = {
  args: { messenger: { ...heron, reviewed: '2025-02-14', reviewBy: '2025-08-14' } },
  play: shows('ready', 'stale'),
};

export const UnknownName: Story = { args: { name: 'signl' }, play: shows('unknown-name') };

export const NoName: Story = { args: {}, play: shows('unknown-name') };

export const Unreachable: Story = { args: { name: 'heron', content: lost }, play: shows('error') };

/** What could not be had is asked for once more; its words and the button stay until there is an answer. */
export const TryingAgain: Story = {
  args: {
    name: 'heron',
    content: never,
    children: html`<a href="https://heron.example/">Heron</a>`,
  },
  async play(context) {
    const card = context.canvasElement.querySelector('messenger-card') as MessengerCard;
    const answers = [lost, never];
    card.content = { card: (name) => (answers.shift() ?? never).card(name) };
    await shows('error')(context);
    const retry = card.shadowRoot?.querySelector('.retry') as HTMLElement;
    await userEvent.click(retry);
    await shows('error', 'loading')(context);
    await waitFor(() => expect(retry).toHaveTextContent('Opening the record'));
  },
};

/** An answer that takes longer than a reader waits: 15 seconds, here none. The other stories of a page of documentation wait on. */
export const TooSlow: Story = {
  args: { src: 'https://heron.example/slow.json' },
  beforeEach() {
    const { timeout } = AbortSignal;
    let patience = new AbortController();
    AbortSignal.timeout = (time) => {
      patience = new AbortController();
      return AbortSignal.any([timeout.call(AbortSignal, time), patience.signal]);
    };
    answers['https://heron.example/slow.json'] = () => {
      patience.abort();
      return Promise.reject(new Error('aborted'));
    };
    return () => {
      AbortSignal.timeout = timeout;
    };
  },
  async play(context) {
    await shows('error')(context);
    const card = context.canvasElement.querySelector('messenger-card');
    await expect(card?.shadowRoot?.textContent).toContain('took too long');
    await expect(AbortSignal.timeout(15_000).aborted, 'the time of another card').toBe(false);
  },
};

export const ErrorStatus: Story = {
  args: { src: 'https://heron.example/gone.json' },
  play: shows('error'),
};

export const NotJson: Story = {
  args: { src: 'https://heron.example/page.json' },
  play: shows('error'),
};

export const NotARecord: Story = {
  args: { src: 'https://heron.example/other.json' },
  play: shows('error'),
};

/** What the author wrote between the tags takes the place of what could not be had. */
export const ErrorWithChildren: Story = {
  args: {
    src: 'https://heron.example/gone.json',
    children: html`<a href="https://heron.example/">Heron</a>`,
  },
  play: shows('error'),
};

export const BySource: Story = {
  args: { src: 'https://heron.example/card.json' },
  play: shows('ready'),
};

export const Moved: Story = { args: { messenger: moved }, play: shows('moved') };

/** Where the content source has no addresses, a button asks for the new name. */
export const MovedWithoutAddresses: Story = {
  args: { messenger: moved, content: { card: () => heron } },
  play: shows('moved'),
};

export const Removed: Story = { args: { messenger: removed }, play: shows('removed') };

/** Names and hosts wrap; nothing is cut off. */
export const LongTexts: Story = {
  args: {
    lang: 'de',
    messenger: {
      ...heron,
      lang: 'de',
      name: 'Zwischenzeitnachrichtenübermittlung',
      qualifier: 'Android, Linux',
      developer:
        'Genossenschaft für vertrauliche Kommunikation und digitale Selbstbestimmung e. V., Friedrichshain-Kreuzberg',
      summary: [
        {
          type: 'paragraph',
          children: [
            'Sehr lange Namen brechen um, statt abgeschnitten zu werden, und der Rest der Karte bleibt an seiner Achse. '
              .repeat(3)
              .trim(),
          ],
        },
      ],
      highlights: [
        {
          fact: 'e2ee-default',
          label: 'Ende-zu-Ende-Verschlüsselung',
          value: 'partial',
          text: 'Ende-zu-Ende-Verschlüsselung standardmäßig in Einzelgesprächen, in Gruppen erst nach Einschalten',
          source: {
            url: 'https://veröffentlichungen.zwischenzeitnachrichten.example/lang',
            date: '2026-09',
          },
        },
      ],
      downloads: [
        {
          platform: 'android',
          url: 'https://zwischenzeitnachrichtenuebermittlung.genossenschaft.example/',
          label: 'Anwendungspaketdatei zum Herunterladen',
        },
      ],
      audits: [
        {
          ...audit,
          title: 'Quelltextüberprüfungszusammenfassungsveröffentlichung',
          auditors: ['Sicherheitsüberprüfungsgesellschaft mit beschränkter Haftung'],
        },
      ],
    },
  },
  globals: { width: '22.5rem' },
  play: shows('ready'),
};

/** A record from a stranger: its words are shown as words, and links that are not `https:` are dropped. */
export const HostileRecord: Story = {
  args: {
    messenger: {
      ...heron,
      name: '<img src=x onerror=alert(1)>',
      developer: '"><script>alert(1)</script>',
      summary: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: 'javascript:alert(1)', children: ['A link that is none'] },
          ],
        },
      ],
      links: [
        { role: 'homepage', url: 'javascript:alert(1)' },
        { role: 'source-code', url: 'http://heron.example/' },
      ],
      downloads: [
        { platform: 'android', url: 'data:text/html,alert', label: 'APK' },
        { platform: 'linux', url: 'https://heron.example/linux', label: '<b>Packages</b>' },
      ],
    },
  },
  async play(context) {
    await shows('ready')(context);
    const root = context.canvasElement.querySelector('messenger-card')?.shadowRoot;
    expect(
      root?.querySelector(
        'img, script, a[href^="javascript:"], a[href^="data:"], a[href^="http:"]',
      ),
    ).toBeNull();
  },
};

/** A picture of the page, and what it adds before the foot and to it. */
export const Slots: Story = {
  args: {
    messenger: heron,
    children: html`
      <svg slot="logo" viewBox="0 0 40 40" width="56" height="56" role="img" aria-label="A bird"><circle cx="20" cy="20" r="18" fill="#2b6cb0" /></svg>
      <p slot="actions" style="margin: 0; padding: 0.75rem 1.25rem">Used by 40 of our members.</p>
      <span slot="footer">Chosen by the library</span>
    `,
  },
  play: shows('ready'),
};

export const Dark: Story = {
  args: { name: 'signal', open: true },
  globals: { scheme: 'dark' },
  play: shows('ready'),
};

export const Narrow: Story = {
  args: { name: 'signal', open: true },
  globals: { width: '22.5rem' },
  play: shows('ready'),
};

/** By custom properties and parts: a loud poster. */
export const OnAPoster: Story = {
  args: { messenger: heron },
  globals: { site: 'poster' },
  play: shows('ready'),
};

/** By custom properties alone: a journal of light paper and serifs. */
export const InAJournal: Story = {
  args: { messenger: heron },
  globals: { site: 'journal' },
  play: shows('ready'),
};

/** By custom properties alone: a dark console. */
export const InAConsole: Story = {
  args: { messenger: heron },
  globals: { site: 'console' },
  play: shows('ready'),
};

/** As when the reader forces colors. */
export const ForcedColors: Story = {
  args: { messenger: { ...heron, reviewed: '2025-02-14', reviewBy: '2025-08-14' }, open: true },
  globals: { colors: 'forced' },
  play: shows('ready'),
};

/** In Arabic, with a host that is not. */
export const RightToLeft: Story = {
  args: {
    lang: 'ar',
    open: true,
    messenger: {
      ...heron,
      lang: 'ar',
      name: 'مالك الحزين',
      qualifier: 'أندرويد',
      developer: 'Heron Cooperative',
      summary: [
        {
          type: 'paragraph',
          children: [
            'رسائل ومكالمات صوت وصورة للهاتف، ومعها تطبيقات للحاسوب. كل ما يجري بين الناس مشفر من طرف إلى طرف.',
          ],
        },
      ],
      highlights: [
        {
          fact: 'e2ee-default',
          label: 'التشفير',
          value: 'yes',
          text: 'من طرف إلى طرف دائماً',
          source: { url: 'https://heron.example/security', date: '2026-06' },
        },
        {
          fact: 'identifiers',
          label: 'التسجيل',
          value: 'phone-number',
          text: 'برقم هاتف لا يراه الغرباء',
          source: { url: 'https://papers.example/heron', date: '2024-02' },
        },
      ],
      audits: [{ ...audit, title: 'مراجعة التطبيق' }],
      guides: [],
    },
  },
  globals: { direction: 'rtl' },
  play: shows('ready'),
};

/** In Arabic, with a record in English, which says so and runs its own way. */
export const OtherLanguage: Story = {
  args: { lang: 'ar', open: true, messenger: heron },
  globals: { direction: 'rtl' },
  play: shows('ready'),
};
