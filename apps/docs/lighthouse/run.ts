/**
 * Measures every kind of page with Lighthouse, on this machine, against the built site. Prints a table; fails where a
 * page has less than a hundred points in any category. Other paths can be named: `npm run lighthouse -- /glossary/`.
 */
import { engines } from '@sealmark/tooling/browsers';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../src/server.ts';

const kinds = [
  '/',
  '/real-time-communication/',
  '/messengers/signal/',
  '/compare/',
  '/guides/',
  '/guides/threat-modeling/',
  '/criteria/',
  '/glossary/',
  '/changes/',
  '/search/',
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const chromePath = engines().find(({ name }) => name === 'chromium')?.launchOptions.executablePath;
const site = await serve(0);
const chrome = await launch({
  ...(chromePath && { chromePath }),
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
});
try {
  const asked = process.argv.slice(2);
  for (const path of asked.length ? asked : kinds) {
    const result = await lighthouse(site.address + path, {
      port: chrome.port,
      onlyCategories: categories,
      logLevel: 'error',
    });
    if (!result) throw new Error(`Lighthouse could not measure ${path}.`);
    const { lhr } = result;
    const points = categories.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100));
    console.log(`${points.map((value) => String(value).padStart(4)).join('')}  ${path}`);
    if (points.every((value) => value === 100)) continue;
    process.exitCode = 1;
    for (const id of categories) {
      for (const { id: audit, weight } of lhr.categories[id]?.auditRefs ?? []) {
        const { score, title, displayValue = '' } = lhr.audits[audit] ?? {};
        if (weight > 0 && typeof score === 'number' && score < 0.9) {
          console.log(`      ${id}: ${title} ${displayValue}`);
        }
      }
    }
  }
} finally {
  chrome.kill();
  await site.close();
}
