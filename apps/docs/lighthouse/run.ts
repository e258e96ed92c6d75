/**
 * Measures every kind of page with Lighthouse, on this machine, against the built site. Prints a table; fails where a
 * page has less than a hundred points in any category, or could not be measured: then it says what Lighthouse met with.
 * Other paths can be named: `npm run lighthouse -- /glossary/`.
 */
import { engines } from '@sealmark/tooling/browsers';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
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
/** Looks at a page. What a browser that is busy, or has just begun, could not paint in time is looked at once more. */
async function measure(path: string): Promise<Result> {
  const look = async () => {
    const result = await lighthouse(site.address + path, {
      port: chrome.port,
      onlyCategories: categories,
      logLevel: 'error',
    });
    if (!result) throw new Error(`Lighthouse could not measure ${path}.`);
    return result.lhr;
  };
  const first = await look();
  if (!first.runtimeError) return first;
  console.log(`      not measured, once more: ${first.runtimeError.code}`);
  return look();
}

try {
  const asked = process.argv.slice(2);
  console.log(' Per  Acc  Bes  SEO');
  for (const path of asked.length ? asked : kinds) {
    const { categories: rated, audits, runtimeError } = await measure(path);
    if (runtimeError) {
      console.log(`   –    –    –    –  ${path}: ${runtimeError.code}: ${runtimeError.message}`);
      process.exitCode = 1;
      continue;
    }
    const points = categories.map((id) => Math.round((rated[id]?.score ?? 0) * 100));
    console.log(`${points.map((value) => String(value).padStart(4)).join(' ')}  ${path}`);
    if (points.every((value) => value === 100)) continue;
    process.exitCode = 1;
    for (const id of categories) {
      for (const { id: audit, weight } of rated[id]?.auditRefs ?? []) {
        const { score, title, displayValue = '', errorMessage } = audits[audit] ?? {};
        if (weight === 0) continue;
        if (errorMessage) console.log(`      ${id}: ${title}: ${errorMessage}`);
        else if (typeof score === 'number' && score < 0.9)
          console.log(`      ${id}: ${title} ${displayValue}`);
      }
    }
  }
} finally {
  chrome.kill();
  await site.close();
}
