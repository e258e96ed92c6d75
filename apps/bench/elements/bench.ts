/** Cards next to static HTML, prerendering next to a naive card. `--help` tells the options. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle, loadTime, renderTime, withEngines } from './browsers.ts';
import { naive, page, speed } from './prerendering.ts';
import { distinct } from './records.ts';
import { css, staticCard } from './static.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(`elements: size and speed of cards next to static HTML and to a naive Lit card
  --rounds 7   how often each is measured, in turn
  --json       figures as JSON`);
  process.exit(0);
}
const rounds = Number(values.rounds);
const note = (text: string) => process.stderr.write(`${text}\n`);

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const gzip = (text: string) => gzipSync(text, { level: 9 }).length;

/** One line: ours, what it is compared with, the ratio, and what the ratio may be. */
interface Line {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly other: number;
  readonly ratio: number;
  readonly limit: string;
}
const lines: Line[] = [];
const add = (what: string, unit: string, ours: number, other: number, limit: string) =>
  lines.push({ what, unit, ours, other, ratio: ours / other, limit });

note('Prerendering …');
const { ours, naive: others } = await speed(rounds);
add('prerendering, next to a naive Lit card', 'cards/s', median(ours), median(others), '≥ 1');

note('Sizes …');
const records = distinct(200);
const prerendered = await page(records);
const [stylesheet] = prerendered.assets;
if (!stylesheet) throw new Error('There is no stylesheet.');
const roots = [...prerendered.html.matchAll(/<template shadowrootmode="open">(.*?)<\/template>/gs)];
const staticText = roots.map(([, root = '']) => staticCard(root)).join('\n');
const staticPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards</title><link rel="stylesheet" href="/static.css"></head><body>\n${staticText}\n</body></html>`;
add('page of 200 cards, HTML', 'bytes gzip', gzip(prerendered.html), gzip(staticPage), '≤ 1.3');
add(
  'the same with its stylesheet',
  'bytes gzip',
  gzip(prerendered.html) + gzip(stylesheet.text),
  gzip(staticPage) + gzip(css),
  '',
);
add(
  'the same as a page of naive cards',
  'bytes gzip',
  gzip(prerendered.html),
  gzip(naive(records)),
  '',
);
note(
  `(brotli: ${brotliCompressSync(prerendered.html).length} and ${brotliCompressSync(staticPage).length} bytes)`,
);

const thousand = distinct(1000);
const thousandPage = await page(thousand);
const thousandText = [
  ...thousandPage.html.matchAll(/<template shadowrootmode="open">(.*?)<\/template>/gs),
]
  .map(([, root = '']) => staticCard(root))
  .join('\n');
const shell = (style: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards</title>${style}</head><body><main></main><script type="module" src="/client.js"></script></body></html>`;

const files = {
  '/prerendered': ['text/html', prerendered.html],
  '/static': ['text/html', staticPage],
  [`/${stylesheet.name}`]: ['text/css', stylesheet.text],
  '/static.css': ['text/css', css],
  '/cards': ['text/html', shell('')],
  '/markup': ['text/html', shell('<link rel="stylesheet" href="/static.css">')],
  '/records.json': ['application/json', JSON.stringify(thousand)],
  '/static.txt': ['text/plain', thousandText],
  '/client.js': ['text/javascript', readFileSync(join(import.meta.dirname, 'client.js'), 'utf8')],
  '/elements.js': ['text/javascript', await bundle()],
} as const;

await withEngines(files, async (browser, origin, engine) => {
  const times: Record<string, number[]> = { prerendered: [], static: [], cards: [], markup: [] };
  for (let round = -1; round < rounds; round += 1) {
    note(`${engine}: round ${round + 1} of ${rounds}`);
    const paths = Object.keys(times);
    for (const path of round % 2 ? paths.reverse() : paths) {
      const measure = path === 'cards' || path === 'markup' ? renderTime : loadTime;
      const time = await measure(browser, `${origin}/${path}`);
      // The first round warms up.
      if (round >= 0) times[path]?.push(time);
    }
  }
  const of = (path: string) => median(times[path] ?? []);
  add(
    `${engine}: loading 200 prerendered cards, next to static HTML`,
    'ms',
    of('prerendered'),
    of('static'),
    '≤ 1',
  );
  add(
    `${engine}: rendering 1000 cards, next to static HTML`,
    'ms',
    of('cards'),
    of('markup'),
    '≤ 1',
  );
});

if (values.json) console.log(JSON.stringify(lines, undefined, 2));
else {
  const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
  console.log(`Medians of ${rounds} rounds, in turn\n`);
  for (const { what, unit, ours: one, other, ratio, limit } of lines)
    console.log(
      `${what.padEnd(62)}${number(one).padStart(8)} ${number(other).padStart(8)} ${unit.padEnd(11)}× ${ratio.toFixed(2)} ${limit}`,
    );
}
