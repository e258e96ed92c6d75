import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrerenderer } from './index.ts';
import { options } from './testing/sample.ts';
import { linkTo, stylesheet } from './stylesheet.ts';

const card = '<messenger-card name="heron"><a href="/heron">Heron</a></messenger-card>';

/** Pages and texts that others wrote, as they are installed: HTML, and Markdown with HTML in it. */
const files = globSync('node_modules/**/*.{html,htm,md}', {
  cwd: join(import.meta.dirname, '..', '..', '..'),
  exclude: (name) => name.includes('@sealmark'),
}).map((file) => join(import.meta.dirname, '..', '..', '..', file));

/** Puts cards after three of the tags of a text. */
function scatter(text: string): string {
  const places = [0.2, 0.5, 0.9].map((part) => text.indexOf('>', part * text.length) + 1);
  let at = 0;
  const parts = [...new Set(places)]
    .sort((a, b) => a - b)
    .map((place) => text.slice(at, (at = place)));
  return [...parts, text.slice(at)].join(card);
}

describe('the HTML of installed packages', () => {
  it('keeps every byte but what is put in, and is the same when it is done again', async () => {
    const { name } = stylesheet();
    const prerender = createPrerenderer(options);
    const inserted = new RegExp(
      `<template shadowrootmode="open">${linkTo(`/${name}`)}.*?</template>`,
      'gs',
    );
    let rendered = 0;
    for (const file of files) {
      const text = scatter(readFileSync(file, 'utf8'));
      const { html, assets } = await prerender(text);
      rendered += assets.length;
      // One link more than stood there, and the roots.
      const rest = html.replace(inserted, '').replace(linkTo(`/${name}`), '');
      if (rest !== text) expect(rest, file).toBe(text);
      if ((await prerender(html)).html !== html) expect.fail(`${file} changes the second time`);
    }
    expect(files.length).toBeGreaterThan(200);
    expect(rendered / files.length).toBeGreaterThan(0.8);
  });
});
