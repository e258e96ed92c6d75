import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { engines } from '@sealmark/tooling/browsers';
import type { Browser, Page } from 'playwright';
import { rolldown } from 'rolldown';

/** A file by its address. */
export type Files = Readonly<Record<string, readonly [type: string, text: string]>>;

/** The elements as an application would bundle them, with a function that shows records. */
export async function bundle(): Promise<string> {
  const entry = '\0entry';
  const build = await rolldown({
    cwd: join(import.meta.dirname, '..', '..', '..', 'packages', 'prerender'),
    input: entry,
    platform: 'browser',
    tsconfig: false,
    resolve: { conditionNames: ['browser', 'production', 'import'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id, importer) =>
          id === entry
            ? id
            : importer === entry
              ? { id: import.meta.resolve(id).replace('file://', ''), moduleSideEffects: true }
              : null,
        load: (id) => (id === entry ? "import '@sealmark/messenger-card/define.js';" : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

/** Runs something with each engine, with files served from this machine. */
export async function withEngines<Result>(
  files: Files,
  run: (browser: Browser, origin: string, engine: string) => Promise<Result>,
): Promise<Record<string, Result>> {
  const found = engines();
  if (!found.length)
    throw new Error(
      'There is no browser to measure in. `npm test` finds or installs them; CHROMIUM_PATH and FIREFOX_PATH name them.',
    );
  const server = createServer(({ url = '' }, response) => {
    const [type = 'text/plain', text = ''] = files[url] ?? [];
    response
      .writeHead(url in files ? 200 : 204, { 'content-type': `${type}; charset=utf-8` })
      .end(text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const results: Record<string, Result> = {};
  try {
    for (const engine of found) {
      const browser = await engine.launch();
      try {
        results[engine.name] = await run(browser, origin, engine.name);
      } finally {
        await browser.close();
      }
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return results;
}

/** Milliseconds until a page has loaded and painted, in a fresh context. */
export async function loadTime(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  const time = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return Math.max(navigation?.loadEventEnd ?? NaN, paint?.startTime ?? NaN);
  });
  await page.close();
  return time;
}

/** Milliseconds from the first line of script to the second frame in which all cards stand. */
export async function renderTime(browser: Browser, address: string): Promise<number> {
  const page: Page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction('window.ready');
  const time = await page.evaluate(() => (window as unknown as { show(): Promise<number> }).show());
  await page.close();
  return time;
}
