import { join } from 'node:path';
import type { MessengerCardRecord } from '@sealmark/schema';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCards } from '../../../scripts/cards.ts';
import { type Site, startSite } from '../site.ts';
import { html } from '../visitor.ts';

const top = join(import.meta.dirname, '../../../../..');
const elements = ['audit-badge', 'downloads-dropdown', 'messenger-card'];

/** Where a page finds the modules as they are published. */
const imports = {
  ...Object.fromEntries(
    [...elements, 'element-kit'].flatMap((name) => [
      [`@sealmark/${name}`, `/packages/${name}/dist/index.js`],
      [`@sealmark/${name}/`, `/packages/${name}/dist/`],
    ]),
  ),
  'lit/': '/lit/',
  'lit-html': '/lit-html/lit-html.js',
  'lit-html/': '/lit-html/',
  '@lit/reactive-element': '/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/@lit/reactive-element/',
};
const modules = `<script type="importmap">${JSON.stringify({ imports })}</script>
${elements.map((name) => `<script type="module" src="/packages/${name}/dist/define.js"></script>`).join('')}
<script type="module">
  import { setContentSource } from '@sealmark/element-kit';
  setContentSource({ card: () => undefined });
</script>`;
const script = '<script type="module" src="/packages/embed/dist/embed.js"></script>';

interface Case {
  readonly tag: string;
  readonly properties: Record<string, unknown>;
}

/** Cards of every kind and state, by what they show. */
function cases(): Record<string, Case> {
  const cards = Object.fromEntries(readCards()) as Record<string, Partial<MessengerCardRecord>>;
  const { signal = {}, element = {}, briar = {} } = cards;
  const unknown = {
    fact: 'x',
    label: 'Sign-up',
    value: 'unknown',
    text: 'not looked at',
    looked: '2026-01-01',
  };
  const card = (messenger: unknown, more = {}) => ({
    tag: 'messenger-card',
    properties: { messenger, ...more },
  });
  return {
    ...Object.fromEntries(
      Object.entries(cards).map(([id, messenger]) => [id, card(messenger, { open: true })]),
    ),
    compact: card(element, { layout: 'compact', headingLevel: 2 }),
    fresh: card({ ...signal, reviewBy: '9999-01-01' }),
    partial: card({ ...briar, audits: undefined, highlights: [unknown] }, { headingLevel: 4 }),
    moved: card({
      kind: 'moved',
      name: 'Old',
      to: { id: 'signal', name: 'Signal' },
      since: '2025-11-09',
    }),
    removed: card({
      kind: 'removed',
      id: 'x',
      name: 'Gone',
      since: '2026-03-03',
      listed: '2023-05-01',
      reason: 'Ended',
    }),
    error: card({ kind: 'nothing' }),
    'no name': card(undefined),
    badge: { tag: 'audit-badge', properties: { audits: element['audits'], open: true } },
    'empty badge': { tag: 'audit-badge', properties: { looked: '2026-11-02' } },
    dropdown: {
      tag: 'downloads-dropdown',
      properties: { downloads: signal['downloads'], platform: 'linux', open: true },
    },
  };
}

/** What an element is in the two frames of a page: as the script renders it and as the modules do. */
interface Comparison {
  /** Nodes of the shadow root, with their places. */
  readonly nodes: readonly string[];
  readonly expected: readonly string[];
  /** How many declarations were compared, and those that differ. */
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Which properties the styles of the elements in the frames set. Runs in the page. */
function declaredProperties(): string[] {
  const names = (rule: CSSRule): string[] => [
    ...((rule as CSSStyleRule).style ?? []),
    ...[...((rule as CSSGroupingRule).cssRules ?? [])].flatMap(names),
  ];
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    const root = frame.contentDocument?.body.firstElementChild?.shadowRoot;
    const rules = root?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? [];
    return rules.flatMap(names);
  });
}

/**
 * Renders an element in both frames and compares the shadow roots: nodes, places, styles. Runs in the page, for all
 * styles of all nodes take far longer to tell than to compare.
 */
async function compare({
  tag,
  properties,
  names,
}: Case & {
  /** The properties of styles to compare. */
  readonly names: readonly string[];
}): Promise<Comparison> {
  const render = async (frame: Window & typeof globalThis) => {
    const element = frame.document.createElement(tag);
    Object.assign(element, frame.structuredClone(properties));
    frame.document.body.replaceChildren(element);
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    const root = element.shadowRoot as ShadowRoot;
    for (const details of root.querySelectorAll('details')) details.open = true;
    root.normalize();
    return root;
  };
  const describe = (node: Node, depth = ''): string[] => {
    const inner = [...node.childNodes].flatMap((child) => describe(child, `${depth}  `));
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.textContent?.replace(/\s*\n\s*/g, '');
      return text ? [depth + JSON.stringify(text)] : [];
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return inner;
    const element = node as Element;
    const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`);
    const { x, y, width, height } = element.getBoundingClientRect();
    const place = [x, y, width, height].map((edge) => edge.toFixed(2));
    return [`${depth}<${element.localName}${attributes.join('')}> ${place.join(' ')}`, ...inner];
  };

  const frames = [...document.querySelectorAll('iframe')].map(
    ({ contentWindow }) => contentWindow as Window & typeof globalThis,
  );
  const roots = await Promise.all(frames.map(render));
  const [nodes = [], expected = []] = roots.map((root) => describe(root));
  const [found = [], others = []] = roots.map((root) => [...root.querySelectorAll('*')]);
  const differences: string[] = [];
  let compared = 0;
  for (const [index, element] of found.entries()) {
    for (const pseudo of ['', '::before', '::after']) {
      const [style, other] = [element, others[index] ?? element].map((one, side) =>
        (frames[side] as Window).getComputedStyle(one, pseudo || null),
      ) as [CSSStyleDeclaration, CSSStyleDeclaration];
      // A pseudo-element without content is not there.
      if (pseudo && style.content === 'none' && other.content === 'none') continue;
      for (const name of names) {
        const [value, wanted] = [style.getPropertyValue(name), other.getPropertyValue(name)];
        if (value !== wanted)
          differences.push(`${element.localName}${pseudo} ${name}: ${value}, not ${wanted}`);
      }
      compared += names.length;
    }
  }
  return { nodes, expected, compared, differences };
}

/** The script in a page renders what the modules render. */
export function same(browser: () => Browser): void {
  let site: Site;
  let page: Page;

  /** What the styles of either set; all else is as the engine has it. */
  const names = new Set<string>();

  beforeAll(async () => {
    site = await startSite({ '/packages/': join(top, 'packages'), '/': join(top, 'node_modules') });
    const put = (path: string, body: string) => site.files.set(path, { body: html(body) });
    put('/small', script);
    put('/whole', modules);
    put(
      '/both',
      '<iframe src="/small" height="768"></iframe><iframe src="/whole" height="768"></iframe>',
    );
    page = await browser().newPage();
    await page.goto(`${site.origin}/both`);
    for (const frame of page.frames().slice(1))
      await frame.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), elements);
    // What draws is loaded for the first of each; from then on they are drawn at once.
    for (const name of ['briar', 'badge', 'dropdown']) {
      await page.evaluate(compare, { ...(cases()[name] as Case), names: [] });
      for (const frame of page.frames().slice(1))
        await frame.waitForFunction(() =>
          document.body.firstElementChild?.shadowRoot?.querySelector('details'),
        );
      for (const property of await page.evaluate(declaredProperties)) names.add(property);
    }
    for (const property of names) {
      // The shortest way to write `background: none` moves a picture that is not there.
      if (/^(--|background-position)/.test(property)) names.delete(property);
    }
  });
  afterAll(async () => {
    await page.close();
    await site[Symbol.asyncDispose]();
  });

  describe.each([1024, 360])('at a width of %i', (width) => {
    beforeAll(() =>
      page.evaluate((wide) => {
        for (const frame of document.querySelectorAll('iframe')) frame.width = `${wide}`;
      }, width),
    );

    it.each(Object.entries(cases()))(
      'renders and styles as the modules do: %s',
      async (_, given) => {
        const result = await page.evaluate(compare, { ...given, names: [...names] });
        expect(result.expected.length).toBeGreaterThan(3);
        expect(result.nodes).toEqual(result.expected);
        expect(result.compared).toBeGreaterThan(100);
        expect(result.differences).toEqual([]);
      },
    );
  });
}
