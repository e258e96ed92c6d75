import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPrerenderer, describe } from '@sealmark/prerender';
import { content, names } from './src/content.ts';
import { filters } from './src/filters.ts';
import { site } from './src/site.ts';
import { assets, bundleStyles } from './src/styles.ts';

/** As much of Eleventy's configuration as the site uses. */
interface EleventyConfig {
  addGlobalData(name: string, value: unknown): void;
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  addPassthroughCopy(files: Record<string, string>): void;
  addTransform(name: string, transform: (html: string) => Promise<string> | string): void;
  setNunjucksEnvironmentOptions(options: Record<string, unknown>): void;
}

/** The files of the embed script, which the site loads as any other page does. */
const embed = relative(
  import.meta.dirname,
  fileURLToPath(new URL('.', import.meta.resolve('@sealmark/embed/embed.js'))),
);

export default function configure(eleventy: EleventyConfig) {
  const styles = bundleStyles();
  const prerender = createPrerenderer({ content, names, base: assets });

  eleventy.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  eleventy.addGlobalData('site', site);
  eleventy.addGlobalData('styles', styles);
  for (const [name, filter] of Object.entries(filters)) eleventy.addFilter(name, filter);
  eleventy.addPassthroughCopy({ 'src/mark.svg': 'mark.svg', [embed]: 'embed' });
  eleventy.addTransform(
    'prerender',
    async function (this: { page: { outputPath: string; inputPath: string } }, html: string) {
      if (!this.page.outputPath.endsWith('.html')) return html;
      const result = await prerender(html, { file: this.page.inputPath });
      const problem = result.warnings.find(({ inert }) => !inert);
      if (problem) throw new Error(describe(problem));
      return result.html;
    },
  );
}

export const config = {
  dir: { input: 'src/pages', includes: '../layouts', output: 'dist' },
  htmlTemplateEngine: 'njk',
};
