import { expect, it } from 'vitest';
import { cardLanguages, readCards } from '../../../scripts/cards.ts';
import { seen } from '../seen.ts';
import type { Visitor } from '../visitor.ts';

const records = readCards();
const script = '<script type="module" src="/embed/embed.js"></script>';

/** What a card shows: the nodes of its root as JSON, its states, what its event told, and whether a record was loaded for it. */
interface Shown {
  readonly nodes: string;
  readonly states: readonly string[];
  readonly told: readonly unknown[];
  readonly drawn: boolean;
}

/**
 * Draws every card of a place in the two ways and tells what is in their roots. Runs in the page. Gives JSON: a protocol
 * that describes each value by itself takes far longer for a tree.
 */
async function drawTwice({
  lang,
  cards,
  attributes,
}: {
  lang: string;
  cards: readonly (readonly [string, unknown])[];
  attributes: Readonly<Record<string, string>>;
}): Promise<string> {
  const describe = (parent: Node): unknown[] => {
    const nodes: unknown[] = [];
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        const text = node.data.replace(/\s*\n\s*/g, '');
        if (typeof nodes.at(-1) === 'string') nodes.push(`${nodes.pop() as string}${text}`);
        else if (text) nodes.push(text);
      }
      if (!(node instanceof Element)) continue;
      const pairs = [...node.attributes].map(({ name, value }) => `${name}=${value.trim()}`);
      // What says nothing is not written by a build.
      const said = pairs.filter((pair) => pair !== 'class=').sort();
      nodes.push([node.localName, node.namespaceURI, ...said, describe(node)]);
    }
    return nodes;
  };
  const draw = async (properties: object): Promise<Shown> => {
    const card = document.createElement('messenger-card') as HTMLElement & {
      updateComplete: Promise<unknown>;
    };
    for (const [name, value] of Object.entries({ lang, ...attributes }))
      card.setAttribute(name, value);
    Object.assign(card, properties);
    const loaded = new Promise<Event>((resolve) =>
      card.addEventListener('messenger-load', resolve, { once: true }),
    );
    document.body.append(card);
    const { id, name, messenger } = (await loaded) as Event &
      Record<'id' | 'name' | 'messenger', unknown>;
    await card.updateComplete;
    const root = card.shadowRoot as ShadowRoot;
    const states = ['ready', 'partial', 'stale', 'moved', 'removed'].filter((state) =>
      card.matches(`:state(${state})`),
    );
    const result = {
      nodes: JSON.stringify(describe(root)),
      states,
      told: [id, name],
      drawn: !!messenger,
    };
    card.remove();
    return result;
  };
  const both = cards.map(([name, messenger]) => Promise.all([draw({ name }), draw({ messenger })]));
  return JSON.stringify(await Promise.all(both));
}

/** Cards that lie ready, as a build has drawn them. */
export function ready(here: Visitor): void {
  it('is the card that its record makes: in every language and in places where it is spoken, on any day', async () => {
    here.site.files.set('/day.js', {
      body: `Date = class extends Date {
        constructor(...given) { given.length ? super(...given) : super(sessionStorage.day) }
      }`,
    });
    for (const day of ['2026-11-30', '2036-01-01']) {
      here.site.files.set('/before.js', { body: `sessionStorage.day = '${day}'` });
      await here.open(`<script src="/before.js"></script><script src="/day.js"></script>${script}`);
      await here.page.waitForFunction(() => customElements.get('messenger-card'));
      for (const lang of [...cardLanguages, 'en-US', 'de-AT', 'zh-CN', 'it']) {
        const attributes = {
          'heading-level': lang === 'de' ? '2' : '3',
          ...(lang === 'fr' && { open: '' }),
        };
        const told = await here.page.evaluate(drawTwice, {
          lang,
          cards: [...records],
          attributes,
        });
        const results = JSON.parse(told) as [ready: Shown, drawn: Shown][];
        expect(results).toHaveLength(records.size);
        for (const [index, [ready, drawn]] of results.entries()) {
          const what = `${[...records.keys()][index]} in ${lang} on ${day}`;
          expect([ready.drawn, drawn.drawn], what).toEqual([false, true]);
          expect(ready.nodes, what).toEqual(drawn.nodes);
          expect(ready.states, what).toEqual(drawn.states);
          expect(ready.told, what).toEqual(drawn.told);
        }
      }
    }
    expect(here.said).toEqual([]);
  });

  it('needs the script, the styles and itself, and no policy for templates', async () => {
    await here.open(`${script}<messenger-card name="signal" open></messenger-card>`, {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    const [card] = await seen(here.page);
    expect(card?.states).toContain('ready');
    expect(here.site.asked.toSorted()).toEqual([
      '/',
      '/embed/cards/en/signal.js',
      '/embed/embed.js',
      '/embed/messenger-card/sheets.js',
    ]);
    expect(here.said.filter((words) => !words.includes('favicon.ico'))).toEqual([]);
    expect((await here.page.locator('messenger-card').boundingBox())?.height).toBeGreaterThan(400);
  });

  it('says in words that it cannot be had where the network ends after the script, and comes when it is back', async ({
    expect,
  }) => {
    const lost = ['cards/en/signal', 'ids', 'audit-badge/drawing', 'audit-badge/sheets'];
    for (const element of ['messenger-card', 'downloads-dropdown'])
      lost.push(`${element}/drawing`, `${element}/sheets`);
    for (const file of lost) here.site.broken.add(`/embed/${file}.js`);
    await here.open(`${script}<messenger-card name="signal"><a href="https://signal.org">Signal</a></messenger-card>
      <audit-badge date="2017">Audited in 2017</audit-badge>
      <downloads-dropdown><a data-platform="linux" href="https://heron.example/">Packages</a></downloads-dropdown>`);
    const [card] = await seen(here.page);
    expect(card?.states).toEqual(['error']);
    expect(card?.text).toContain('signal could not be reached.');
    for (const words of ['Signal', 'Audited in 2017', 'Packages'])
      expect(await here.page.getByText(words, { exact: true }).isVisible(), words).toBe(true);
    here.site.broken.clear();
    await here.page.evaluate(() => dispatchEvent(new Event('online')));
    await expect
      .poll(async () => (await seen(here.page)).map(({ text }) => text.length > 20))
      .toEqual([true, true, true]);
    const [found, badge, dropdown] = await seen(here.page);
    expect(found?.states).toContain('ready');
    expect(badge?.text).toContain('Covers the apps');
    expect(dropdown?.text).toContain('Linux');
    expect(
      await here.page.evaluate(
        () => document.querySelector('messenger-card')?.shadowRoot?.adoptedStyleSheets.length,
      ),
    ).toBe(1);
  });

  it('gives way to another layout, another language and another name', async ({ expect }) => {
    await here.open(`${script}<messenger-card name="signal"></messenger-card>`);
    await seen(here.page);
    const change = async (name: string, value: string) => {
      await here.page.evaluate(
        ([attribute = '', given = '']) =>
          document.querySelector('messenger-card')?.setAttribute(attribute, given),
        [name, value],
      );
    };
    const text = async () => (await seen(here.page))[0]?.text;
    const shows = (selector: string) => here.page.locator(`messenger-card ${selector}`).isVisible();
    await change('lang', 'de');
    await expect.poll(text).toContain('Läuft auf');
    expect(here.site.asked).not.toContain('/embed/messenger-card/drawing.js');
    await change('name', 'briar');
    await expect.poll(text).toContain('Briar');
    await change('layout', 'compact');
    await expect.poll(() => shows('.card.compact')).toBe(true);
    expect(here.site.asked).toContain('/embed/messenger-card/drawing.js');
    await change('layout', 'full');
    await change('heading-level', '2');
    await expect.poll(() => shows('h2')).toBe(true);
    expect(here.said).toEqual([]);
  });
}
