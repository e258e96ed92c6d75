import { dirname, relative as pathTo } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPrerenderer, describe } from '@sealmark/prerender';
import { writeAssets } from './src/assets.ts';
import { content, names } from './src/content.ts';
import { filters } from './src/data/filters.ts';
import { site } from './src/data/site.ts';
import { forFolder } from './src/output.ts';
import { named, relative, rooted } from './src/relative.ts';

/** As much of Eleventy's configuration as the site uses. */
interface EleventyConfig {
  addGlobalData(name: string, value: unknown): void;
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  addPassthroughCopy(files: Record<string, string>): void;
  addTransform(name: string, transform: (html: string) => Promise<string> | string): void;
  setNunjucksEnvironmentOptions(options: Record<string, unknown>): void;
}

/** The folder of a file that a package exports, as Eleventy wants it. */
const folderOf = (file: string) => pathTo(import.meta.dirname, dirname(fileURLToPath(file)));

const messengers = folderOf(import.meta.resolve('@sealmark/messengers/all.json'));
const guides = folderOf(import.meta.resolve('@sealmark/guides/all.json'));

export default async function configure(eleventy: EleventyConfig) {
  const assets = await writeAssets();
  const prerender = createPrerenderer({ content, names, base: '/assets/' });

  eleventy.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  eleventy.addGlobalData('site', site);
  eleventy.addGlobalData('assets', assets);
  for (const [name, filter] of Object.entries(filters)) eleventy.addFilter(name, filter);
  eleventy.addPassthroughCopy({
    'src/mark.svg': 'mark.svg',
    // The embed script, which the site loads as any other page does.
    [folderOf(import.meta.resolve('@sealmark/embed/embed.js'))]: 'embed',
    [`${messengers}/logos`]: 'logos',
    [`${messengers}/*.json`]: 'data',
    [`${messengers}/messengers/*.json`]: 'data/messengers',
    [`${messengers}/cards/*.json`]: 'data/cards',
    [`${guides}/*.json`]: 'data/guides',
    [`${guides}/guides/*.json`]: 'data/guides',
  });
  eleventy.addTransform(
    'prerender',
    async function (
      this: { page: { outputPath: string; inputPath: string; url: string } },
      html: string,
    ) {
      const { outputPath, inputPath, url } = this.page;
      if (!outputPath.endsWith('.html')) return html;
      const { html: whole, warnings } = await prerender(html, { file: inputPath });
      const problem = warnings.find(({ inert }) => !inert);
      if (problem) throw new Error(describe(problem));
      if (forFolder) return named(relative(whole, url));
      return url === '/404.html' ? rooted(whole, site.base) : relative(whole, url);
    },
  );
}

export const config = {
  dir: { input: 'src/pages', includes: '../layouts' },
  htmlTemplateEngine: 'njk',
};
