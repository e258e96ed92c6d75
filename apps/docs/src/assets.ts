import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glyphs } from '@sealmark/element-kit/draw.js';
import { stylesheet } from '@sealmark/prerender';
import { transform } from 'lightningcss';
import { rolldown } from 'rolldown';
import { searchable } from './data/search.ts';
import { draft } from './output.ts';

const assets = join(draft, 'assets');
const targets = { chrome: 125 << 16, firefox: 128 << 16, safari: (17 << 16) | (5 << 8) };
const read = (url: string) => readFileSync(fileURLToPath(url), 'utf8');

/** Writes styles, scripts and the search index under names that change with their text; gives their addresses. */
export async function writeAssets() {
  const tokens = read(import.meta.resolve('@sealmark/theme/tokens.css'));
  const own = (name: string) => read(new URL(name, import.meta.url).href);
  const style = (name: string, ...texts: string[]) => {
    const code = Buffer.from(texts.join('\n'));
    return write(
      name,
      'css',
      transform({ filename: name, code, minify: true, targets }).code.toString(),
    );
  };
  const [head, search, compare] = await Promise.all(
    (['head', 'search', 'compare'] as const).map(async (name) =>
      write(name, 'js', await script(name)),
    ),
  );
  const cards = stylesheet();
  put(cards.name, cards.text);
  return {
    site: style('site', tokens, glyphs.cssText, own('site.css')),
    records: style('records', own('records.css')),
    head,
    search,
    compare,
    index: write('search', 'json', JSON.stringify(searchable)),
  };
}

/** A script of ours with all that it needs. The one in the head of every page runs at once; the others are modules. */
async function script(name: string): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'scripts', `${name}.ts`) });
  const format = name === 'head' ? 'iife' : 'esm';
  const { output } = await bundle.generate({ format, minify: true });
  await bundle.close();
  return output[0].code;
}

/** Writes a file under a name that changes with its text, and gives its address. */
function write(name: string, type: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return put(`${name}.${hash}.${type}`, text);
}

function put(name: string, text: string): string {
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, name), text);
  return `/assets/${name}`;
}
