import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glyphs } from '@sealmark/element-kit';
import { stylesheet } from '@sealmark/prerender';
import { transform } from 'lightningcss';

/** The addresses of the stylesheets. */
export interface Styles {
  /** The site's own, tokens included. */
  readonly site: string;
}

/** The address of the folder of files that are named after their text. */
export const assets = '/assets/';

const folder = join(import.meta.dirname, '..', 'dist', assets);
const targets = { chrome: 125 << 16, firefox: 128 << 16, safari: (17 << 16) | (5 << 8) };
const read = (url: string) => readFileSync(fileURLToPath(url), 'utf8');

/** Writes the stylesheets under names that change with their text. */
export function bundleStyles(): Styles {
  const tokens = read(import.meta.resolve('@sealmark/theme/tokens.css'));
  const own = read(new URL('site.css', import.meta.url).href);
  const code = Buffer.from(`${tokens}\n${glyphs.cssText}\n${own}`);
  const { code: css } = transform({ filename: 'site.css', code, minify: true, targets });
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  const cards = stylesheet();
  write(cards.name, cards.text);
  return { site: write(`site.${hash}.css`, css.toString()) };
}

/** Writes a file, and gives its address. */
function write(name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return assets + name;
}
