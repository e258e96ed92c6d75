import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElementDeclaration } from './elements.ts';

/** What a custom property falls back to in a sheet, as in `var(--gap, 1rem)`; `undefined` where it falls back to nothing. */
export function fallbackOf(name: string, css: string): string | undefined {
  const use = `var(${name},`;
  const start = css.indexOf(use) + use.length;
  if (start < use.length) return undefined;
  let end = start;
  for (let depth = 1; end < css.length; end += 1) {
    if (css[end] === '(') depth += 1;
    if (css[end] === ')') depth -= 1;
    if (!depth) break;
  }
  return css.slice(start, end).trim();
}

/** Tells the defaults of the custom properties of elements, from the styles of the package: the export of `dist/sheets.js`. */
export async function tellDefaults(
  elements: readonly ElementDeclaration[],
  root: string,
): Promise<void> {
  const file = join(root, 'dist/sheets.js');
  if (!existsSync(file)) return;
  const { default: sheets } = (await import(pathToFileURL(file).href)) as { default: unknown };
  const css = [sheets].flat(Infinity).map(String).join('\n');
  for (const property of elements.flatMap(({ cssProperties = [] }) => cssProperties)) {
    const fallback = fallbackOf(property.name, css);
    if (fallback) property.default ??= fallback;
  }
}
