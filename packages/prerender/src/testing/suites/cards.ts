import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Engine } from '@sealmark/tooling/browsers';
import type { Browser, Page } from 'playwright';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prerender, stylesheet } from '../../index.ts';
import { heron, options, wren } from '../sample.ts';

/** What the page's own script sees of the roots before any module runs. */
const watch = `
  window.shifts = 0;
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // Firefox asks for an icon of its own accord, and a strict policy forbids it.
    if (!blockedURI.endsWith('/favicon.ico')) violations.push(violatedDirective);
  });
  window.watch = (id) => {
    const root = document.getElementById(id).shadowRoot;
    const watched = { root, first: root.querySelector('article, details'), changes: [] };
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target.nodeType === 1 ? target : target.parentElement;
        watched.changes.push(element.closest('footer') ? 'footer' : (element.localName ?? 'root'));
      }
    }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    return watched;
  };
  window.heron = watch('heron');
  window.wren = watch('wren');
  window.events = [];
  for (const name of ['messenger-load', 'messenger-error']) {
    addEventListener(name, ({ type, id, name }) => events.push([type, id, name]));
  }
`;

/** What it leaves in the window. */
interface Scripted {
  readonly heron: Watched;
  readonly wren: Watched;
  readonly asked: readonly string[];
  readonly events: readonly (readonly [type: string, id: string, name: string])[];
  readonly shifts: number;
  readonly violations: readonly string[];
}
interface Watched {
  readonly root: ShadowRoot;
  readonly first: Element | null;
  /** Where the root has changed. */
  readonly changes: readonly string[];
}

const modules = `
  import { setContentSource } from '@sealmark/element-kit';
  import '@sealmark/audit-badge/define.js';
  import '@sealmark/downloads-dropdown/define.js';
  import '@sealmark/messenger-card/define.js';
  window.asked = [];
  setContentSource({
    async card(name) {
      asked.push(name);
      const answer = await fetch('/' + name + '.json');
      return answer.ok ? answer.json() : undefined;
    },
  });
  window.upgraded = true;
`;

const body = `
  <p class="card" id="mine">A card of the page’s own, <a href="#a">linked</a>, <span class="glyph full">glyph</span></p>
  <messenger-card id="heron" name="heron"><p>Fallback</p></messenger-card>
  <messenger-card id="wren" name="wren"></messenger-card>
  <audit-badge id="badge" date="2017" auditor="Egret Labs"></audit-badge>
  <downloads-dropdown id="downloads"><a data-platform="linux" href="/get">Packages</a></downloads-dropdown>`;

const policy = "default-src 'none'; style-src 'self'";
const scripted = `${policy}; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`;

const css = stylesheet();

async function bundle(): Promise<string> {
  const entry = '\0entry';
  const build = await rolldown({
    cwd: join(import.meta.dirname, '../../..'),
    input: entry,
    platform: 'browser',
    tsconfig: false,
    plugins: [
      {
        name: 'entry',
        resolveId: (id, importer) =>
          id === entry
            ? id
            : importer === entry
              ? { id: import.meta.resolve(id).replace('file://', '') }
              : null,
        load: (id) => (id === entry ? modules : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  return output[0].code;
}

/** Serves pages with cards. */
async function serve(): Promise<Server> {
  const page = async (scripts: string, base = '/') => {
    const { html } = await prerender(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards</title></head><body>${body}${scripts}</body></html>`,
      { ...options, base },
    );
    return html;
  };
  const both = '<script src="/watch.js"></script><script type="module" src="/modules.js"></script>';
  const plain = await page(both);
  const files: Record<string, readonly [type: string, text: string, policy?: string]> = {
    '/plain': ['text/html', plain, policy],
    '/scripted': ['text/html', plain, scripted],
    '/late': ['text/html', await page('', '/late/'), policy],
    '/bare': [
      'text/html',
      `<!doctype html><html lang="en"><head></head><body>${body}</body></html>`,
      policy,
    ],
    '/linked': [
      'text/html',
      `<!doctype html><html lang="en"><head><link rel="stylesheet" href="/${css.name}"></head><body>${body}</body></html>`,
      policy,
    ],
    [`/${css.name}`]: ['text/css', css.text],
    [`/late/${css.name}`]: ['text/css', css.text],
    '/watch.js': ['text/javascript', watch],
    '/modules.js': ['text/javascript', await bundle()],
    '/heron.json': ['application/json', JSON.stringify(heron)],
    '/wren.json': ['application/json', JSON.stringify(wren)],
  };
  const server = createServer(async ({ url = '' }, response) => {
    const [type, text, own] = files[url] ?? ['text/plain', ''];
    if (url.startsWith('/late/')) await new Promise((resolve) => setTimeout(resolve, 1000));
    response.writeHead(url in files ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'max-age=60',
      ...(own !== undefined && { 'content-security-policy': own }),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const style = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);

/** Cards that came with the page. */
export function cards(engine: Engine, browser: () => Browser, shared: () => Page): void {
  let server: Server;
  let origin: string;
  let page: Page;
  beforeAll(async () => {
    server = await serve();
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    page = shared();
  });
  afterAll(() => server.close());

  async function open(path: string): Promise<void> {
    await page.goto(origin + path);
  }

  it('shows a whole, styled card where no script runs, and opens its downloads by a click', async ({
    expect,
  }) => {
    await open('/plain');
    expect(await page.evaluate('window.upgraded')).toBeUndefined();
    const card = page.locator('#heron');
    await expect.poll(() => card.getByRole('heading', { name: 'Heron' }).isVisible()).toBe(true);
    expect(await card.getByText('End to end, always').isVisible()).toBe(true);
    expect(await card.getByText('Fallback').isVisible()).toBe(false);
    expect(await style(page, '#heron .card', 'border-top-width')).toBe('2px');
    expect(await style(page, '#badge .panel', 'border-top-width')).toBe('1px');
    const link = card.getByRole('link', { name: 'Flathub' });
    expect(await link.isVisible()).toBe(false);
    await card.locator('.downloads summary').click();
    expect(await link.isVisible()).toBe(true);
  });

  it('tells marks and what can be pressed apart where colors are forced', async () => {
    // Chromium has pages whose colors are forced, Firefox has profiles.
    const own =
      engine.name === 'chromium' ? undefined : await engine.launch({ forcedColors: true });
    const forced = await (own ?? browser()).newPage({ forcedColors: 'active' });
    await forced.goto(`${origin}/plain`);
    const seen = await forced.evaluate(() => {
      const all = (selector: string) =>
        ['heron', 'wren', 'badge', 'downloads'].flatMap((id) => [
          ...(document.getElementById(id)?.shadowRoot?.querySelectorAll(selector) ?? []),
        ]);
      const ink = getComputedStyle(document.body).color;
      return {
        forced: matchMedia('(forced-colors: active)').matches,
        glyphs: all('.glyph').length,
        faint: all('.glyph').filter((glyph) => getComputedStyle(glyph).color !== ink).length,
        bare: all('.button').filter((button) => getComputedStyle(button).borderTopWidth !== '1px')
          .length,
      };
    });
    await forced.close();
    await own?.close();
    expect(seen).toEqual({ forced: true, glyphs: expect.any(Number), faint: 0, bare: 0 });
    expect(seen.glyphs).toBeGreaterThan(5);
  });

  it('leaves the page itself as it was', async () => {
    const looks = () =>
      page
        .locator('html, body, body *')
        .evaluateAll((elements) =>
          elements.map((element) =>
            [...getComputedStyle(element)]
              .map((key) => `${key}: ${getComputedStyle(element).getPropertyValue(key)}`)
              .join('\n'),
          ),
        );
    await open('/bare');
    const before = await looks();
    await page.goto(`${origin}/linked`);
    const after = await looks();
    expect(await style(page, 'messenger-card', 'color')).toBe('rgb(0, 0, 0)');
    expect(before.length).toBeGreaterThan(10);
    expect(after.length).toBe(before.length);
    expect(after.filter((look, index) => look !== before[index])).toEqual([]);
  });

  it('never paints a card unstyled, even when the stylesheet is late', async () => {
    await open('/late');
    const painted = await page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const sheets = performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/late/'));
      return {
        paint: paint?.startTime ?? Infinity,
        sheet: (sheets[0] as PerformanceResourceTiming).responseEnd,
        requests: sheets.length,
      };
    });
    expect(painted.paint).toBeGreaterThanOrEqual(painted.sheet);
    expect(painted.requests).toBe(1);
  });

  it('adopts the roots as they are where scripts run', async () => {
    await open('/scripted');
    await page.waitForFunction('window.upgraded && customElements.get("messenger-card")');
    await page.waitForTimeout(200);
    const seen = await page.evaluate(() => {
      const { heron, wren, asked, events, shifts, violations } = window as never as Scripted;
      const elements = ['heron', 'wren'].map((id) => document.getElementById(id) as HTMLElement);
      const states = (element: HTMLElement) =>
        ['ready', 'partial', 'stale', 'loading', 'error'].filter((name) =>
          element.matches(`:state(${name})`),
        );
      return {
        kept: [heron, wren].every(
          ({ root, first }, index) =>
            root === elements[index]?.shadowRoot && root.querySelector('article') === first,
        ),
        changes: { heron: [...new Set(heron.changes)], wren: wren.changes },
        states: elements.map(states),
        foot: heron.root.querySelector('footer')?.textContent,
        asked,
        events,
        shifts: shifts.toFixed(3),
        violations,
      };
    });
    expect(seen).toEqual({
      kept: true,
      changes: { heron: ['footer'], wren: [] },
      states: [
        ['ready', 'partial', 'stale'],
        ['ready', 'partial'],
      ],
      foot: 'Reviewed 16 Sep 2022, due by 16 Mar 2023, overdue 12 sources',
      asked: [],
      events: [
        ['messenger-load', 'heron', 'Heron'],
        ['messenger-load', 'wren', 'Wren'],
      ],
      shifts: '0.000',
      violations: [],
    });
  });

  it('looks the same adopted as rendered in the browser', async ({ expect }) => {
    // The visitor's platform is not first in a list that came with the page; the age of audits is told once they open.
    await open('/scripted');
    await page.waitForFunction('window.upgraded');
    const boxes = (id: string) =>
      page.evaluate((host) => {
        const root = document.getElementById(host)?.shadowRoot as ShadowRoot;
        return [
          ...root.querySelectorAll(
            'article, article > *, article :not(slot, footer *, .downloads *, .audits *)',
          ),
        ].map((element) => {
          const { width, height } = element.getBoundingClientRect();
          return [element.localName, Math.round(width), Math.round(height)].join(' ');
        });
      }, id);
    const adopted = await boxes('wren');
    await page.evaluate(async () => {
      const card = document.createElement('messenger-card');
      card.id = 'fresh';
      card.setAttribute('name', 'wren');
      document.getElementById('wren')?.after(card);
      await new Promise((resolve) => card.addEventListener('messenger-load', resolve));
      await (card as never as { updateComplete: Promise<unknown> }).updateComplete;
    });
    await expect.poll(() => boxes('fresh')).toEqual(adopted);
  });

  it('shows another name in the card that stands, and keeps focus and what is open', async () => {
    await open('/scripted');
    await page.waitForFunction('window.upgraded');
    const summary = page.locator('#wren .downloads summary');
    await summary.click();
    await summary.focus();
    const result = await page.evaluate(async () => {
      const card = document.getElementById('wren') as HTMLElement & { name: string };
      const before = card.shadowRoot?.querySelector('article');
      card.name = 'heron';
      await new Promise((resolve) => card.addEventListener('messenger-load', resolve));
      await new Promise(requestAnimationFrame);
      const root = card.shadowRoot as ShadowRoot;
      return {
        stands: root.querySelector('article') === before,
        name: root.querySelector('[part=name] bdi')?.textContent,
        open: root.querySelector<HTMLDetailsElement>('.downloads')?.open,
        focus: root.activeElement === root.querySelector('.downloads summary'),
        asked: (window as never as { asked: string[] }).asked,
      };
    });
    expect(result).toEqual({
      stands: true,
      name: 'Heron',
      open: true,
      focus: true,
      asked: ['heron'],
    });
  });
}
