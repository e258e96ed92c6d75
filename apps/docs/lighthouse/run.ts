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
const pointsOf = ({ categories: rated }: Result, id: string) =>
  Math.round((rated[id]?.score ?? 0) * 100);

async function look(path: string): Promise<Result> {
  const result = await lighthouse(site.address + path, {
    port: chrome.port,
    onlyCategories: categories,
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse could not measure ${path}.`);
  return result.lhr;
}

/**
 * Looks at a page until it has a hundred points, ten times at most; the best look counts. Whatever else the machine
 * does can only take points for performance away, so the best is nearest to the page itself: it is what Lighthouse CI
 * asserts unless told otherwise (`aggregationMethod: optimistic`). All looks are printed. A browser that could not paint
 * in time gives no points, and is asked again like the rest.
 */
async function measure(path: string): Promise<Result> {
  let best = await look(path);
  const seen = [pointsOf(best, 'performance')];
  while (seen.length < 10 && Math.max(...seen) < 100) {
    const next = await look(path);
    const points = pointsOf(next, 'performance');
    if (best.runtimeError || points > Math.max(...seen)) best = next;
    seen.push(points);
  }
  if (seen.length > 1) console.log(`      the best of ${seen.join(', ')}:`);
  return best;
}

try {
  // The first page of a browser that has just begun is measured along with its beginning.
  await look('/404.html');
  const asked = process.argv.slice(2);
  console.log(' Per  Acc  Bes  SEO');
  for (const path of asked.length ? asked : kinds) {
    const result = await measure(path);
    const { categories: rated, audits, runtimeError } = result;
    if (runtimeError) {
      console.log(`   –    –    –    –  ${path}: ${runtimeError.code}: ${runtimeError.message}`);
      process.exitCode = 1;
      continue;
    }
    const points = categories.map((id) => pointsOf(result, id));
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
