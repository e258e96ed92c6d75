import { html, render, type TemplateResult } from 'lit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import signal from '@sealmark/messengers/cards/signal';
import '@sealmark/messenger-card/define.js';
import { codeOf } from './code.ts';

/** The code of a story that is rendered like this. */
function codeFor(story: TemplateResult): string {
  const place = document.createElement('div');
  render(story, place);
  return codeOf(place, ['signal', 'briar']);
}

const audit = {
  kind: 'audit',
  title: '</script><!-- Reading',
  auditors: ['Kiln Security'],
  date: '2022',
  scope: [{ part: 'client' }],
  target: { relation: 'self' },
  links: [{ role: 'report', url: 'https://kiln.example/heron.pdf' }],
};
const downloads = [{ platform: 'linux', url: 'https://heron.example/linux', label: 'Packages' }];

/** Stories, and what is copied of each. */
const stories: readonly [name: string, story: TemplateResult, code: string][] = [
  [
    'a card by its name, and where entries come from',
    html`<messenger-card name="signal" layout="compact" heading-level="3"></messenger-card>`,
    `<messenger-card name="signal" layout="compact"></messenger-card>

<script type="module">
  import '@sealmark/messenger-card/define.js';
  import { setContentSource } from '@sealmark/element-kit';

  const entries = new Map([
    ['signal', () => import('@sealmark/messengers/cards/signal')],
  ]);
  setContentSource({ card: async (name) => (await entries.get(name)?.())?.default });
</script>`,
  ],
  [
    'a card with a content source of its own, and with children',
    html`<messenger-card
      name="heron"
      heading-level="2"
      .content=${{ card: () => undefined }}
      .strings=${undefined}
      >${html`
        <p slot="actions">
          <img alt="" src="data:," />
        </p>
        <a href="https://heron.example/">Heron</a>
      `}</messenger-card
    >`,
    `<messenger-card name="heron" heading-level="2">
  <p slot="actions">
    <img alt="" src="data:,">
  </p>
  <a href="https://heron.example/">Heron</a>
</messenger-card>

<script type="module">
  import '@sealmark/messenger-card/define.js';

  const card = document.querySelector('messenger-card');
  // card.content: a ContentSource of your own
</script>`,
  ],
  [
    'a card that has no such entry',
    html`<messenger-card name="signl"></messenger-card>`,
    `<messenger-card name="signl"></messenger-card>

<script type="module">
  import '@sealmark/messenger-card/define.js';
  import { setContentSource } from '@sealmark/element-kit';

  const entries = new Map();
  setContentSource({ card: async (name) => (await entries.get(name)?.())?.default });
</script>`,
  ],
  [
    'a badge with its audits, in a sentence',
    html`<p>
      Heron (<audit-badge scope="client" date="" open .audits=${[audit]}></audit-badge>) is small.
    </p>`,
    `<p>
  Heron (<audit-badge open></audit-badge>) is small.
</p>

<script type="module">
  import '@sealmark/audit-badge/define.js';

  const badge = document.querySelector('audit-badge');
  badge.audits = [
    {
      "kind": "audit",
      "title": "<\\/script><\\!-- Reading",
      "auditors": [
        "Kiln Security"
      ],
      "date": "2022",
      "scope": [
        {
          "part": "client"
        }
      ],
      "target": {
        "relation": "self"
      },
      "links": [
        {
          "role": "report",
          "url": "https://kiln.example/heron.pdf"
        }
      ]
    }
  ];
</script>`,
  ],
  [
    'several dropdowns',
    html`${['Heron', 'Wren'].map(
      (label) =>
        html`<downloads-dropdown label=${label} platform="" .downloads=${downloads}></downloads-dropdown>`,
    )}`,
    `<downloads-dropdown label="Heron"></downloads-dropdown>
<downloads-dropdown label="Wren"></downloads-dropdown>

<script type="module">
  import '@sealmark/downloads-dropdown/define.js';

  const dropdowns = document.querySelectorAll('downloads-dropdown');
  dropdowns[0].downloads = [
    {
      "platform": "linux",
      "url": "https://heron.example/linux",
      "label": "Packages"
    }
  ];
  dropdowns[1].downloads = [
    {
      "platform": "linux",
      "url": "https://heron.example/linux",
      "label": "Packages"
    }
  ];
</script>`,
  ],
  [
    'what has no element of ours',
    html`<p class="figures">Seven</p>`,
    '<p class="figures">Seven</p>',
  ],
];

/** A page into which somebody pastes code; imports find our packages, as with a bundler. Vitest wraps what is imported later. */
async function pageWith(code: string): Promise<Document> {
  const frame = document.createElement('iframe');
  onTestFinished(() => frame.remove());
  frame.srcdoc = `<!doctype html>
    <script>window.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() }</script>
    <script type="importmap">{ "imports": { "@sealmark/": "/@id/@sealmark/" } }</script>
    ${code}`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame.contentDocument as Document;
}

/** What is pasted, and the text that shows then. */
const pasted: readonly [tag: string, story: TemplateResult, text: string][] = [
  ['messenger-card', html`<messenger-card name="signal"></messenger-card>`, 'Signal'],
  [
    'messenger-card',
    html`<messenger-card .messenger=${{ ...signal, name: 'Heron' }}></messenger-card>`,
    'Heron',
  ],
  ['messenger-card', html`<messenger-card name="signl"></messenger-card>`, 'Nothing here is named'],
  ['audit-badge', html`<audit-badge .audits=${[audit]}></audit-badge>`, 'App audited 2022'],
  [
    'downloads-dropdown',
    html`<downloads-dropdown platform="" .downloads=${downloads}></downloads-dropdown>`,
    'Packages',
  ],
];

describe('code to copy', () => {
  it.for(stories)('says %s', ([, story, code]) => {
    expect(codeFor(story)).toBe(code);
  });

  it.for(pasted)('shows <%s> in the page that it is pasted into', async ([tag, story, text]) => {
    const page = await pageWith(codeFor(story));
    await vi.waitFor(
      () => {
        const root = page.querySelector(tag)?.shadowRoot;
        expect(root?.textContent?.replaceAll(/\s+/g, ' ')).toContain(text);
      },
      { timeout: 10_000 },
    );
  });
});
