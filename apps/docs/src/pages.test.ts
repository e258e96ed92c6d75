import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import records from '@sealmark/messengers/all';
import { type Engine, engines } from '@sealmark/tooling/browsers';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { output } from './output.ts';
import { serve, type Serving } from './server.ts';
import { build, type Built } from './testing/build.ts';

const recommendations = '/real-time-communication/';
const names: Record<string, string[]> = {
  [recommendations]: ['Signal', 'Element', 'Session', 'Briar'],
  '/': ['Signal'],
};
const kinds = [
  '/',
  recommendations,
  '/messengers/element/',
  '/compare/',
  '/guides/',
  '/guides/threat-modeling/',
  '/criteria/',
  '/glossary/',
  '/changes/',
  '/search/',
  '/404.html',
];

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
type Seen = {
  shifts: number;
  violations: string[];
  changes: string[];
  roots: ShadowRoot[];
  articles: (Element | null)[];
};

const everything: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What hangs on the colors. */
const colors: axe.RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
};

/** The findings of axe in a page. */
async function findings(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, runOnly);
}

/** The addresses that the links on the paper lead to. */
async function printed(page: Page, engine: Engine): Promise<string[]> {
  // A4. Playwright hands inches to Firefox, which takes them for centimeters.
  const paper =
    engine.name === 'firefox' ? { width: '21in', height: '29.7in' } : { format: 'A4' as const };
  const text = (await page.pdf(paper)).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    },
  );
  const links = [text, ...streams].join('\n').matchAll(/\/URI ?\((.*?)\)/g);
  return [...new Set([...links].map(([, address = '']) => address))];
}

let site: Serving;
/** The same with two hundred entries, and some that nobody would write. */
let built: Built;
let many: Serving;
beforeAll(async () => {
  built = build({}, { before: join(import.meta.dirname, 'testing/synthetic.ts') });
  [site, many] = await Promise.all([serve(0), serve(0, built.folder)]);
});
afterAll(async () => {
  await Promise.all([site.close(), many.close()]);
  built.remove();
});

// The engines side by side; in each one test after the other, for they share its page. What polls takes the `expect`
// of its test: the one for all knows a single test at a time.
describe.concurrent.each(engines())('$name', (engine) => {
  describe('the site', { concurrent: false }, () => {
    let scripted: Browser;
    let plain: Browser;
    let page: Page;
    let troubles: string[];
    let requests: string[];
    beforeAll(async () => {
      scripted = await engine.launch();
      // Chromium has contexts in which no script runs, Firefox has profiles.
      plain = engine.name === 'chromium' ? scripted : await engine.launch({ scripting: false });
    });
    afterAll(() => Promise.all([scripted.close(), plain.close()]));

    /** Goes to a page of its own, in place of the one before. */
    async function start(options: BrowserContextOptions = {}, scripting = true): Promise<void> {
      await page?.context().close();
      page = await (scripting ? scripted : plain).newPage({
        ...options,
        javaScriptEnabled: scripting,
      });
      troubles = [];
      requests = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
      });
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      if (scripting) await page.addInitScript(watch);
    }
    async function open(
      path: string,
      options: BrowserContextOptions = {},
      scripting = true,
    ): Promise<void> {
      await start(options, scripting);
      await goTo(path, scripting);
    }
    async function goTo(path: string, scripting = true): Promise<void> {
      troubles = [];
      requests = [];
      await page.goto(site.address + path);
      if (scripting && path in names)
        await page.waitForFunction('customElements.get("messenger-card")');
    }
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );

    describe('where scripts run', () => {
      beforeAll(() => start());

      it.each(kinds)('%s is whole, quiet, still, and nests its headings', async (path) => {
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.emulateMedia({ colorScheme: 'light' });
        await goTo(path);
        for (const name of names[path] ?? []) {
          const heading = page
            .locator('messenger-card')
            .getByRole('heading', { name, exact: true });
          expect(await heading.isVisible()).toBe(true);
        }
        const seen = await page.evaluate(() => {
          const { seen } = window as unknown as { seen: Seen };
          const cards = [...document.querySelectorAll('messenger-card')];
          const levels: number[] = [];
          const visit = (node: Element | ShadowRoot) => {
            for (const child of node.children) {
              if (/^H[1-6]$/.test(child.tagName)) levels.push(Number(child.tagName[1]));
              if (child.shadowRoot) visit(child.shadowRoot);
              visit(child);
            }
          };
          visit(document.body);
          return {
            cards: cards.map(
              (card, index) =>
                card.matches(':state(ready)') &&
                card.shadowRoot === seen.roots[index] &&
                card.shadowRoot?.querySelector('article') === seen.articles[index],
            ),
            changes: seen.changes.filter((name) => name !== 'footer'),
            shifts: seen.shifts.toFixed(3),
            violations: seen.violations,
            levels,
            storage: localStorage.length + sessionStorage.length,
            cookies: document.cookie,
          };
        });
        expect(seen.cards).toEqual((names[path] ?? []).map(() => true));
        expect(seen).toMatchObject({
          changes: [],
          violations: [],
          shifts: '0.000',
          storage: 0,
          cookies: '',
        });
        expect(seen.levels[0]).toBe(1);
        expect(seen.levels.filter((level) => level === 1)).toHaveLength(1);
        expect(
          seen.levels.filter((level, index) => level > (seen.levels[index - 1] ?? 0) + 1),
        ).toEqual([]);
        expect(troubles).toEqual([]);
        expect(requests.filter((url) => !url.startsWith(`${site.address}/`))).toEqual([]);
        expect(requests.filter((url) => url.includes('/embed/cards/'))).toEqual([]);
        for (const width of [1280, 900, 360, 320]) {
          await page.setViewportSize({ width, height: 700 });
          expect([width, await overflow()]).toEqual([width, 0]);
        }
        // What axe looks at does not hang on the engine.
        if (engine.name !== 'chromium') return;
        await page.setViewportSize({ width: 1280, height: 720 });
        for (const summary of await page.locator('messenger-card').first().locator('summary').all())
          await summary.click();
        await page.evaluate(axe.source);
        expect(await findings(page, everything)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await findings(page, colors)).toEqual([]);
      });
    });

    it('is whole and quiet where no scripts run', async () => {
      await start({}, false);
      for (const path of kinds) {
        await page.goto(site.address + path);
        expect([path, await page.locator('h1').isVisible()]).toEqual([path, true]);
        for (const name of names[path] ?? []) {
          const heading = page
            .locator('messenger-card')
            .getByRole('heading', { name, exact: true });
          expect(await heading.isVisible()).toBe(true);
        }
        const scripted = await page
          .locator('.scripted')
          .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
        expect([path, scripted]).toEqual([path, 0]);
        expect([path, troubles]).toEqual([path, []]);
      }
    });

    it('goes to the entry that an address names, and stays there', async () => {
      await open(`${recommendations}#briar`);
      const top = await page
        .locator('#briar')
        .evaluate((card) => Math.abs(card.getBoundingClientRect().top - 24));
      expect(top).toBeLessThanOrEqual(1);
    });

    it('lays out on a phone what is in sight, and the rest while nothing else is to be done', async ({
      expect,
    }) => {
      await start({ viewport: { width: 360, height: 640 } });
      await page.addInitScript(() => {
        const works: (() => void)[] = [];
        let idle = false;
        Object.assign(window, {
          requestIdleCallback: (work: () => void) => (idle ? setTimeout(work) : works.push(work)),
          rest: () => {
            idle = true;
            for (const work of works) work();
          },
        });
      });
      const look = () =>
        page.evaluate(() => ({
          waiting: [...document.querySelectorAll('.note')].filter(
            (note) => getComputedStyle(note).contentVisibility === 'auto',
          ).length,
          height: document.documentElement.scrollHeight,
          shifts: (window as unknown as { seen: Seen }).seen.shifts.toFixed(3),
        }));
      await goTo(`${recommendations}#briar`);
      const whole = await look();
      expect(whole).toMatchObject({ waiting: 0, shifts: '0.000' });
      await page.goto('about:blank');
      await goTo(recommendations);
      const first = await look();
      expect(first.waiting).toBe(await page.locator('.note').count());
      expect(first.height).not.toBe(whole.height);
      await page.evaluate(() => (window as unknown as { rest: () => void }).rest());
      await expect.poll(look).toEqual(whole);
    });

    it('tells that a review is overdue, which only a browser can know', async ({ expect }) => {
      await start();
      await page.clock.setFixedTime(new Date('2031-01-01'));
      await page.goto(site.address + recommendations);
      await expect
        .poll(() => page.locator('#signal footer').textContent())
        .toMatch(/due by .+, overdue/);
      await open(recommendations, {}, false);
      expect(await page.locator('#signal footer').textContent()).toMatch(/due by \d/);
    });

    it('opens downloads and sources by click and by key where scripting is off', async ({
      expect,
    }) => {
      await open(recommendations, {}, false);
      const card = page.locator('messenger-card').first();
      const link = card.getByRole('link', { name: 'Google Play' });
      const summary = card.locator('.downloads summary');
      expect(await link.isVisible()).toBe(false);
      await summary.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => link.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await expect.poll(() => link.isVisible()).toBe(false);
    });

    it('finds what is typed, and sends it to nobody', async ({ expect }) => {
      await open('/search/');
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('forward secrecy');
      const first = page.locator('#results a').first();
      await expect.poll(() => first.textContent()).toContain('Forward secrecy');
      expect(await page.getByRole('status').textContent()).toMatch(/^\d+ results$/);
      expect(page.url()).toContain('?q=forward%20secrecy');
      expect(requests.filter((url) => url.includes('secrecy'))).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(?:glossary|messengers|criteria)\//);
      await page.goto(
        `${site.address}/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
      );
      await expect.poll(() => page.getByRole('status').textContent()).not.toBe('');
      expect(await page.locator('main img').count()).toBe(0);
      await page.getByRole('searchbox').fill('qqqqqqqqqqq');
      await expect.poll(() => page.getByRole('status').textContent()).toContain('Nothing here');
      expect(await page.locator('#everything').isVisible()).toBe(true);
      expect(troubles).toEqual([]);
    });

    it('compares what was chosen, says so in the address, and lets it be carried away', async ({
      expect,
    }) => {
      await open('/compare/');
      const heads = page.locator('thead [data-id]:visible');
      const rows = page.locator('tr[data-row]:visible');
      const all = await rows.count();
      // However far down: whose answers these are stays in sight.
      await rows.last().scrollIntoViewIfNeeded();
      const top = (cell: Element) => Math.round(cell.getBoundingClientRect().top);
      expect(Math.abs(await heads.first().evaluate(top))).toBeLessThan(2);
      await page.locator('#wish').selectOption('forward-secrecy:yes');
      await expect.poll(() => heads.allTextContents()).toEqual(['Signal', 'Briar']);
      await page.getByLabel('Only differences').check();
      expect(await rows.count()).toBeLessThan(all);
      expect(page.url()).toMatch(/\/compare\/\?must=forward-secrecy:yes&differences$/);
      const shared = page.url();

      for (const [button, pattern] of [
        ['#csv', /^"Question","Signal","Signal: sources","Briar"/],
        ['#markdown', /^\| Question \| Signal \| Signal: sources \| Briar /],
      ] as const) {
        // What is offered for download, whether or not the engine tells of downloads.
        const text = await page.evaluate(async (button) => {
          const make = URL.createObjectURL.bind(URL);
          const made = new Promise<Blob>((resolve) => {
            URL.createObjectURL = (blob) => {
              resolve(blob as Blob);
              return make(blob);
            };
          });
          document.querySelector<HTMLButtonElement>(button)?.click();
          return (await made).text();
        }, button);
        expect(text).toMatch(pattern);
        expect(text).not.toContain('Element');
      }
      // Where a page came without TLS, browsers have no clipboard.
      await page.evaluate(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined }),
      );
      await page.getByRole('button', { name: 'Copy address' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toBe(shared);
      await page.getByRole('button', { name: /take back/ }).click();
      expect(await heads.count()).toBe(4);
      expect(troubles).toEqual([]);

      await page.goto(shared);
      expect(await heads.allTextContents()).toEqual(['Signal', 'Briar']);
      await page.goto(
        `${site.address}/compare/?show=heron,%3Cscript%3E&must=__proto__:x,group-size:9&differences=alert(1)`,
      );
      expect(await heads.count()).toBe(4);
      expect(await page.getByRole('status').textContent()).toContain(
        '4 more that are not known here',
      );
      const cell = page.locator('tr[data-row="forward-secrecy"] td').first();
      await cell.locator('summary').click();
      expect(await cell.locator('li a').first().isVisible()).toBe(true);
      expect(troubles).toEqual([]);
    });

    it('keeps the colors that were chosen, and nothing else', async () => {
      await open('/guides/', { colorScheme: 'light' });
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await ground();
      await page.getByRole('button', { name: 'Dark' }).click();
      const dark = await ground();
      expect(dark).not.toBe(light);
      await page.goto(`${site.address}/glossary/`, { waitUntil: 'commit' });
      // Before anything is painted: the script in the head has run when the body begins.
      await page.waitForFunction(() => document.body);
      expect(await ground()).toBe(dark);
      expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['theme', 'dark']]);
      await page.getByRole('button', { name: 'Automatic' }).click();
      expect(await ground()).toBe(light);
      // A browser that goes back to a page may show it as it was left, before another choice.
      await page.evaluate(() => {
        localStorage.setItem('theme', 'dark');
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        localStorage.clear();
      });
      expect(await ground()).toBe(dark);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
    });

    it('prints what is folded away, and nothing that leads through the site', async () => {
      await open(recommendations);
      const links = await printed(page, engine);
      for (const record of records) {
        if (record.kind !== 'messenger') continue;
        for (const { url } of record.downloads) expect(links).toContain(new URL(url).href);
      }
      expect(links.filter((url) => url.endsWith('/search/'))).toEqual([]);
    });

    it('stands under any path, and on a disk', async ({ expect }) => {
      const files = sirv(output, { dev: true });
      const server: Server = createServer((request, response) => {
        if (!request.url?.startsWith('/deep/er/')) return void response.writeHead(404).end();
        request.url = request.url.slice('/deep/er'.length);
        files(request, response);
      }).listen(0, 'localhost');
      try {
        await start();
        const root = `http://localhost:${(server.address() as AddressInfo).port}/deep/er/`;
        await page.goto(root);
        await page.getByRole('link', { name: 'Compare', exact: true }).click();
        await page.getByLabel('Only differences').check();
        await page.goto(`${root}messengers/session/`);
        await page.getByRole('link', { name: 'Search' }).click();
        await page.getByRole('searchbox').fill('briar');
        await expect.poll(() => page.locator('#results a').count()).toBeGreaterThan(3);
        expect(troubles).toEqual([]);
        await page.goto(pathToFileURL(join(output, 'index.html')).href);
        const [columns, heading] = await page.evaluate(() => [
          getComputedStyle(document.querySelector('.hero') as Element).display,
          document
            .querySelector('messenger-card')
            ?.shadowRoot?.querySelector('h2')
            ?.textContent?.trim(),
        ]);
        expect([columns, heading]).toEqual(['grid', 'Signal']);
        expect(await page.locator('.scripted:visible').count()).toBe(0);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });

    // Chromium alone can be told to show a page as it would be printed.
    it.runIf(engine.name === 'chromium')(
      'prints in dark on light, with addresses to be read and whole tables',
      async () => {
        await open(recommendations, { colorScheme: 'dark' });
        await page.emulateMedia({ media: 'print' });
        expect(
          await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme),
        ).toBe('light');
        const card = page.locator('messenger-card').first();
        expect(await card.getByRole('link', { name: 'Google Play' }).isVisible()).toBe(true);
        expect(
          await page
            .locator('.themes, .contents, .masthead nav')
            .evaluateAll((all) => all.some((one) => one.checkVisibility())),
        ).toBe(false);
        const after = await page
          .locator('.note a')
          .first()
          .evaluate((link) => getComputedStyle(link, '::after').content);
        expect(after).toContain('https://');
        const guide = card.locator('.links a:not([href^="https:"])').first();
        expect(await guide.evaluate((link) => getComputedStyle(link, '::after').content)).toBe(
          'none',
        );
        // A4 less what browsers leave as margins.
        await page.setViewportSize({ width: 680, height: 1000 });
        await page.goto(`${site.address}/compare/`);
        const tops = await page
          .locator('#comparison tr[data-row]')
          .first()
          .locator('td')
          .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
        expect(tops).toEqual(tops.map(() => tops[0]));
        expect(
          await page
            .locator('#comparison')
            .evaluate((table) => table.getBoundingClientRect().right),
        ).toBeLessThanOrEqual(680);
      },
    );

    it('stays whole with two hundred entries, and some that nobody would write', async ({
      expect,
    }) => {
      await start({ viewport: { width: 360, height: 700 } });
      const thrown: string[] = [];
      page.on('pageerror', (error) => thrown.push(error.message));
      for (const [path, words] of [
        ['least', 'No audit known'],
        ['most', 'onerror'],
        ['old-name', 'stands under another name'],
        ['gone', 'It closed.'],
      ] as const) {
        await page.goto(`${many.address}/messengers/${path}/`);
        expect(await page.locator('main').textContent()).toContain(words);
        expect(await page.locator('img[src="x"]').count()).toBe(0);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, wide]).toEqual([path, 0]);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      const heads = page.locator('thead [data-id]');
      const status = page.getByRole('status');
      await page.goto(`${many.address}/compare/?show=heron-7,most`);
      await expect.poll(() => status.textContent()).toBe('2 of 206 messengers');
      expect(await heads.count()).toBe(2);
      // What was fetched leads where it led.
      expect(await heads.first().locator('a').getAttribute('href')).toBe(
        `${many.address}/messengers/heron-7/`,
      );
      const answer = page.locator('tr[data-row="e2ee-default"] td').first();
      await answer.locator('summary').click();
      expect(await answer.locator('li a').first().isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Start over' }).click();
      await expect.poll(() => heads.count()).toBe(8);
      await page.locator('#wish').selectOption('works-without-internet:yes');
      await expect
        .poll(() => status.textContent())
        .toBe('8 of 206 messengers; 43 more fit, choose which');
      expect(await heads.count()).toBe(8);
      if (engine.name === 'chromium') {
        const told = await page.context().newCDPSession(page);
        const { nodes } = await told.send('Accessibility.getFullAXTree');
        const rows = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'row');
        expect(rows).toHaveLength(await page.locator('.compare tr').count());
      }
      // Each answer stands under its messenger.
      const last = page.locator('tr[data-row]').last();
      const edges = (cells: Locator) =>
        cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().left));
      expect(await edges(last.locator('td'))).toEqual(await edges(heads));
      // What has the focus is not hidden by the questions, which stay in sight.
      await last.locator('td a').last().focus();
      const first = last.locator('td').first().locator('a');
      await first.focus();
      const question = last.locator('th');
      const ends = await question.evaluate((cell) => cell.getBoundingClientRect().right);
      expect((await edges(first))[0]).toBeGreaterThanOrEqual(ends);
      await page.route('**/columns/heron-100.html', (route) => route.abort());
      await page.goto(`${many.address}/compare/?show=heron-99,heron-100`);
      await expect
        .poll(() => status.textContent())
        .toBe('1 of 206 messengers; 1 could not be loaded');
      expect(thrown).toEqual([]);
    });
  });
});
