import { copyFileSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { badge } from './badge.ts';
import type { Content } from './content.ts';
import { createPrerenderer, type Prerenderer } from './prerender.ts';
import { escape } from './stylesheet.ts';
import { describe } from './warning.ts';

/** What `writeStatic` works with. */
export interface WriteStaticOptions {
  readonly content: Content;
  /** The language of the pages; `en` by default. Badges are in English. */
  readonly lang?: string | undefined;
}

/** The data of a content package that programs read, by the names of the package's own entry points. */
const data = '{index,all,schema,changes}.json {cards,messengers}/*.json logos/*.svg'.split(' ');

/** What a page for a frame adds: its own ground, and links that leave the frame. */
const frameCss = 'body{margin:0;font:100%/1.5 system-ui,sans-serif}';

/**
 * Writes files that work by their address alone, at addresses that stay: data for programs under the paths of the
 * content package, `frames/<id>.html` for systems that allow no scripts, `badges/<id>.svg` for a README. The folder can
 * be served from anywhere: all its addresses are relative.
 *
 * @returns the files, relative to the folder.
 * @throws {Error} where a card cannot be rendered.
 */
export async function writeStatic(
  folder: string,
  { content, lang = 'en' }: WriteStaticOptions,
): Promise<string[]> {
  const written: string[] = [];
  const prepare = (file: string) => {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    written.push(file);
    return target;
  };
  for (const file of globSync(data, { cwd: content.folder }).sort())
    copyFileSync(join(content.folder, file), prepare(file));

  const prerender = createPrerenderer({ content, base: '', names: content.names });
  const assets = new Map([['frame.css', frameCss]]);
  for (const id of content.names) {
    const card = await content.card(id);
    if (!card) continue;
    const frame = await frameOf(id, card.name, lang, prerender);
    for (const { name, text } of frame.assets) assets.set(name, text);
    writeFileSync(prepare(join('frames', `${id}.html`)), frame.html);
    writeFileSync(prepare(join('badges', `${id}.svg`)), badge(card));
  }
  for (const [name, text] of assets) writeFileSync(prepare(join('frames', name)), text);
  return written;
}

async function frameOf(id: string, name: string, lang: string, prerender: Prerenderer) {
  const policy = "default-src 'none'; style-src 'self'; form-action 'none'";
  const page = `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(name)}</title>
<base target="_blank">
<link rel="stylesheet" href="frame.css">
</head>
<body><messenger-card name="${escape(id)}" heading-level="2"></messenger-card></body>
</html>
`;
  const result = await prerender(page, { file: join('frames', `${id}.html`) });
  const [warning] = result.warnings;
  if (warning) throw new Error(describe(warning));
  return result;
}
