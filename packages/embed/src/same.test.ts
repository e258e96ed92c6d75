import { join } from 'node:path';
import type { MessengerCardRecord } from '@sealmark/schema';
import { engines } from '@sealmark/tooling/browsers';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCards } from '../scripts/cards.ts';
import { type Site, startSite } from './testing/site.ts';

const top = join(import.meta.dirname, '..', '..', '..');
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

/** The properties that the styles of the element in the page set. Runs in the page. */
function declaredProperties(): string[] {
  const root = document.body.firstElementChild?.shadowRoot;
  const names = (rule: CSSRule): string[] => [
    ...((rule as CSSStyleRule).style ?? []),
    ...[...((rule as CSSGroupingRule).cssRules ?? [])].flatMap(names),
  ];
  const rules = root?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? [];
  return rules.flatMap(names);
}

/**
 * Renders an element and describes its whole shadow root: nodes, places, styles. Runs in the page. Gives JSON: a protocol
 * that describes each value by itself takes far longer for many.
 */
async function describeElement({
  tag,
  properties,
  names,
}: Case & {
  /** The properties of styles to tell. */
  readonly names: readonly string[];
}) {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.replaceChildren(element);
  await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  const root = element.shadowRoot as ShadowRoot;
  for (const details of root.querySelectorAll('details')) details.open = true;
  const nodes: string[] = [];
  const styles: string[] = [];
  const styleOf = (node: Element, pseudo?: string) => {
    const style = getComputedStyle(node, pseudo);
    // A pseudo-element without content is not there.
    if (pseudo && style.content === 'none') return '';
    return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n');
  };
  const visit = (node: Node, depth: string) => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s*\n\s*/g, '');
      if (text) nodes.push(depth + JSON.stringify(text));
    } else if (node instanceof Element) {
      const attributes = [...node.attributes]
        .map(({ name, value }) => ` ${name}="${value}"`)
        .join('');
      const { x, y, width, height } = node.getBoundingClientRect();
      nodes.push(
        `${depth}<${node.localName}${attributes}> ${[x, y, width, height].map((edge) => edge.toFixed(2)).join(' ')}`,
      );
      styles.push(styleOf(node), styleOf(node, '::before'), styleOf(node, '::after'));
    }
    for (const child of node.childNodes) visit(child, `${depth}  `);
  };
  root.normalize();
  visit(root, '');
  return JSON.stringify({ nodes, styles });
}

/** What an element looks like in a page. */
async function look(page: Page, given: Parameters<typeof describeElement>[0]) {
  const told = await page.evaluate(describeElement, given);
  return JSON.parse(told) as { nodes: string[]; styles: string[] };
}

/** The declarations of `found` that are not those of `expected`. */
function differences(found: readonly string[], expected: readonly string[]): string[] {
  return found.flatMap((style, index) => {
    if (style === expected[index]) return [];
    const others = new Set(expected[index]?.split('\n'));
    return style.split('\n').filter((declaration) => !others.has(declaration));
  });
}

describe.each(engines())('the minified script in $name', (engine) => {
  let browser: Browser;
  let site: Site;
  let small: Page;
  let whole: Page;

  /** What the styles of either set; all else is as the engine has it. */
  const names = new Set<string>();

  beforeAll(async () => {
    browser = await engine.launch();
    site = await startSite({ '/packages/': join(top, 'packages'), '/': join(top, 'node_modules') });
    const open = async (path: string, head: string) => {
      site.files.set(path, { body: `<!doctype html><html lang="en">${head}<body>` });
      const page = await browser.newPage();
      await page.goto(site.origin + path);
      await page.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), elements);
      // What draws is loaded for the first of each; from then on they are drawn at once.
      for (const name of ['briar', 'badge', 'dropdown']) {
        const given = cases()[name] as Case;
        await look(page, { ...given, names: [] });
        await page.waitForFunction(
          (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('details'),
          given.tag,
        );
        for (const property of await page.evaluate(declaredProperties)) names.add(property);
      }
      return page;
    };
    small = await open('/small', script);
    whole = await open('/whole', modules);
    for (const property of names) {
      // The shortest way to write `background: none` moves a picture that is not there.
      if (/^(--|background-position)/.test(property)) names.delete(property);
    }
  });
  afterAll(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
  });

  describe.each([1024, 360])('at a width of %i', (width) => {
    beforeAll(async () => {
      for (const page of [small, whole]) await page.setViewportSize({ width, height: 768 });
    });

    it.each(Object.entries(cases()))(
      'renders and styles as the modules do: %s',
      async (_, given) => {
        const asked = { ...given, names: [...names] };
        const expected = await look(whole, asked);
        const found = await look(small, asked);
        expect(expected.nodes.length).toBeGreaterThan(3);
        expect(found.nodes).toEqual(expected.nodes);
        expect(found.styles).toHaveLength(expected.styles.length);
        expect(differences(found.styles, expected.styles)).toEqual([]);
      },
    );
  });
});
