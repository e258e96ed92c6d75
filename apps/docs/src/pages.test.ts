import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import records from '@sealmark/messengers/all';
import { criteria } from '@sealmark/messengers/criteria';
import { type Engine, engines } from '@sealmark/tooling/browsers';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContextOptions,
  firefox,
  type Locator,
  type Page,
} from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from './server.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const recommendations = '/real-time-communication/';
const paths = ['/', recommendations];
const names: Record<string, string[]> = {
  [recommendations]: ['Signal', 'Element', 'Session', 'Briar Android'],
  '/': ['Signal'],
};

/** What the page does, noted from before its own scripts run. */
function watch(): void {
  const seen = {
    shifts: 0,
    violations: [] as string[],
    changes: [] as string[],
    roots: [] as ShadowRoot[],
    articles: [] as (Element | null)[],
  };
  (window as unknown as { seen: typeof seen }).seen = seen;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    seen.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
  // Modules run after this and before DOMContentLoaded.
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    for (const { shadowRoot } of document.querySelectorAll('messenger-card')) {
      if (!shadowRoot) continue;
      seen.roots.push(shadowRoot);
      seen.articles.push(shadowRoot.querySelector('article'));
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          seen.changes.push(element?.closest('footer') ? 'footer' : (element?.localName ?? 'root'));
        }
      }).observe(shadowRoot, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    }
  });
}
interface Seen {
  shifts: number;
  violations: string[];
  changes: string[];
}

/** A browser in which no page can run scripts. Firefox has no such contexts, but such profiles. */
function launchWithoutScripts(engine: Engine): Promise<Browser> {
  if (engine.name === 'chromium') return engine.launch();
  return firefox.launch({
    ...engine.launchOptions,
    firefoxUserPrefs: { 'javascript.enabled': false },
  });
}

let site: Serving;
beforeAll(async () => {
  site = await serve(0);
});
afterAll(() => site.close());

describe.each(engines())('$name', (engine) => {
  let scripted: Browser;
  let plain: Browser;
  let page: Page;
  let troubles: string[];
  let requests: string[];
  beforeAll(async () => {
    [scripted, plain] = await Promise.all([engine.launch(), launchWithoutScripts(engine)]);
  });
  afterAll(() => Promise.all([scripted.close(), plain.close()]));
  afterEach(() => page.context().close());

  async function open(
    path: string,
    options: BrowserContextOptions = {},
    scripting = true,
  ): Promise<void> {
    const browser = scripting ? scripted : plain;
    page = await browser.newPage({ ...options, javaScriptEnabled: scripting });
    troubles = [];
    requests = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    if (scripting) await page.addInitScript(watch);
    await page.goto(site.address + path);
    if (!scripting) return;
    await page.waitForFunction('customElements.get("messenger-card")');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  }
  /** A click as the mouse does it: Playwright's own waits for a frame, which no script can ask for. */
  async function click(target: Locator): Promise<void> {
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const { x = 0, y = 0, width = 0, height = 0 } = (await target.boundingBox()) ?? {};
    await page.mouse.click(x + width / 2, y + height / 2);
  }
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

  describe.each(paths)('%s', (path) => {
    it.each([true, false])('is whole and quiet, scripting on: %s', async (scripting) => {
      await open(path, {}, scripting);
      for (const name of names[path] ?? []) {
        const heading = page.locator('messenger-card').getByRole('heading', { name, exact: true });
        await heading.evaluate((element) => element.scrollIntoView());
        expect(await heading.isVisible()).toBe(true);
      }
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(troubles).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(`${site.address}/`))).toEqual([]);
    });

    it('opens downloads by click and by key where scripting is off', async () => {
      await open(path, {}, false);
      const card = page.locator('messenger-card').first();
      const link = card.getByRole('link', { name: 'Google Play' });
      expect(await link.isVisible()).toBe(false);
      await click(card.locator('.downloads summary'));
      await expect.poll(() => link.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await expect.poll(() => link.isVisible()).toBe(false);
    });

    it('adopts its cards: nothing is drawn twice, moved or fetched', async () => {
      await open(path);
      const seen = await page.evaluate(() => {
        const { seen } = window as unknown as {
          seen: Seen & { roots: ShadowRoot[]; articles: (Element | null)[] };
        };
        const cards = [...document.querySelectorAll('messenger-card')];
        return {
          kept: cards.map(
            ({ shadowRoot }, index) =>
              shadowRoot === seen.roots[index] &&
              shadowRoot?.querySelector('article') === seen.articles[index],
          ),
          ready: cards.map((card) => card.matches(':state(ready)')),
          changes: [...new Set(seen.changes)],
          shifts: seen.shifts.toFixed(3),
          violations: seen.violations,
        };
      });
      expect(seen.kept).toEqual(names[path]?.map(() => true));
      expect(seen.ready).toEqual(names[path]?.map(() => true));
      expect(seen.changes.filter((name) => name !== 'footer')).toEqual([]);
      expect(seen.shifts).toBe('0.000');
      expect(seen.violations).toEqual([]);
      expect(requests.filter((url) => url.includes('/embed/cards/'))).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('has no finding of axe: %s', async (colorScheme) => {
      await open(path, { colorScheme });
      for (const summary of await page.locator('messenger-card').first().locator('summary').all())
        await summary.click();
      await page.evaluate(axe.source);
      const findings = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: {
            type: 'tag',
            values: [
              'wcag2a',
              'wcag2aa',
              'wcag2aaa',
              'wcag21a',
              'wcag21aa',
              'wcag22aa',
              'best-practice',
            ],
          },
          resultTypes: ['violations'],
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
        );
      });
      expect(findings).toEqual([]);
    });

    it('does not scroll sideways, narrow or wide, in either direction of writing', async () => {
      await open(path);
      for (const dir of ['ltr', 'rtl']) {
        await page.evaluate((value) => document.documentElement.setAttribute('dir', value), dir);
        for (const width of [1280, 900, 360, 320]) {
          await page.setViewportSize({ width, height: 700 });
          expect([dir, width, await overflow()]).toEqual([dir, width, 0]);
        }
      }
      const card = page.locator('messenger-card').first();
      const [logo, name] = await Promise.all(
        ['.logo', '[part="name"]'].map((part) => card.locator(part).boundingBox()),
      );
      expect(logo?.x).toBeGreaterThan(name?.x ?? Infinity);
    });

    it('nests its headings', async () => {
      await open(path);
      const levels = await page.evaluate(() => {
        const found: number[] = [];
        const visit = (node: Element | ShadowRoot) => {
          for (const child of node.children) {
            if (/^H[1-6]$/.test(child.tagName)) found.push(Number(child.tagName[1]));
            if (child.shadowRoot) visit(child.shadowRoot);
            visit(child);
          }
        };
        visit(document.body);
        return found;
      });
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    });
  });

  it('goes to the entry that an address names, and stays there', async () => {
    await open(`${recommendations}#briar`);
    const top = await page
      .locator('#briar')
      .evaluate((card) => Math.abs(card.getBoundingClientRect().top - 24));
    expect(top).toBeLessThanOrEqual(1);
  });

  it('tells that a review is overdue, which only a browser can know', async () => {
    await open(recommendations);
    expect(await page.locator('#signal footer').textContent()).toContain(
      'due by 16 Mar 2023, overdue',
    );
    await page.context().close();
    await open(recommendations, {}, false);
    expect(await page.locator('#signal footer').textContent()).toContain('due by 16 Mar 2023');
  });
});

describe('the recommendation page', () => {
  const built = (path: string) => readFileSync(join(dist, path), 'utf8');
  const html = built('real-time-communication/index.html');

  it('takes at most 40 kB, with all it needs', () => {
    const needed = [...html.matchAll(/(?:href|src)="(\/[^"#]+\.(?:css|js|svg))"/g)].map(
      ([, path]) => path as string,
    );
    const files = new Set([`${recommendations}index.html`, ...needed]);
    expect(files.size).toBe(5);
    const bytes = [...files].map((file) => statSync(join(dist, `${file}.br`)).size);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40_000);
  });

  it('names its address only where it knows it', () => {
    expect(html.includes('rel="canonical"')).toBe(Boolean(process.env['SITE_URL']));
  });

  it('shows every entry with its notes and their sources', () => {
    for (const record of records) {
      if (record.kind !== 'messenger') continue;
      for (const { url } of [
        ...record.links,
        ...record.downloads,
        ...record.notes.flatMap(({ sources }) => sources),
      ]) {
        expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
      }
      for (const { heading } of record.notes) expect(html).toContain(`<h4>${heading}</h4>`);
    }
    expect(html).not.toMatch(/href="(?:http|javascript):/);
  });

  it('names what is not met, and links to what it means', () => {
    for (const { id, short, verdicts } of criteria) {
      const unmet = Object.values(verdicts).filter(({ verdict }) => verdict === 'not-met').length;
      const link = `<a href="#criterion-${id}">${short}</a>`;
      expect(html.split(link).length - 1).toBeGreaterThanOrEqual(unmet);
      expect(html).toContain(`<tr id="criterion-${id}">`);
    }
  });
});

describe('links', () => {
  const pages = ['index.html', 'real-time-communication/index.html', '404.html'];
  it.each(pages)('lead somewhere: %s', (name) => {
    const html = readFileSync(join(dist, name), 'utf8');
    const dead = [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
      .map(([, address]) => address as string)
      .filter((address) => !address.startsWith('https://'))
      .filter((address) => {
        const { pathname, hash } = new URL(
          address,
          `https://site.example/${name.replace('index.html', '')}`,
        );
        const file = join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
        return (
          !existsSync(file) ||
          (hash && !readFileSync(file, 'utf8').includes(`id="${hash.slice(1)}"`))
        );
      });
    expect(dead).toEqual([]);
  });

  it.each(pages)('never repeat an id: %s', (name) => {
    const ids = [...readFileSync(join(dist, name), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
