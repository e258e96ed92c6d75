import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentSource } from '@sealmark/element-kit';
import { openContent } from './content.ts';
import { type Asset, createPrerenderer, within } from './prerender.ts';
import { describe } from './warning.ts';

/** What the plugin is added with. */
export interface SealmarkPluginOptions {
  /** An installed package, a folder of cards, or a content source. */
  readonly content: string | ContentSource;
  /** The address that the site is served from; `/` by default. */
  readonly base?: string;
  /** The folder within the site that takes the stylesheet; by default it stands at its top. */
  readonly assets?: string;
  /** Whether an element that cannot be rendered ends the build. */
  readonly strict?: boolean;
}

/** As much of Eleventy's configuration as the plugin uses. */
interface EleventyConfig {
  addTransform(
    name: string,
    transform: (this: { page: { outputPath: string | false } }, html: string) => unknown,
  ): void;
  on(event: 'eleventy.after', listener: (build: { directories: { output: string } }) => void): void;
}

/** The plugin for Eleventy 3: writes the roots into every page, and the stylesheet into the site. */
export default function sealmark(eleventy: EleventyConfig, options: SealmarkPluginOptions): void {
  const { base = '/', assets: folder = '', strict = false } = options;
  const content =
    typeof options.content === 'string' ? openContent(options.content) : options.content;
  const names = 'names' in content ? (content.names as readonly string[]) : undefined;
  const prerender = createPrerenderer({
    content,
    base: within(base, folder),
    ...(names && { names }),
  });
  const assets = new Map<string, Asset>();

  eleventy.addTransform('sealmark', async function (html) {
    const { outputPath } = this.page;
    if (!outputPath || !outputPath.endsWith('.html')) return html;
    const result = await prerender(html, { file: outputPath });
    for (const asset of result.assets) assets.set(asset.name, asset);
    for (const warning of result.warnings) {
      if (strict && !warning.inert) throw new Error(describe(warning));
      console.warn(describe(warning));
    }
    return result.html;
  });

  eleventy.on('eleventy.after', ({ directories }) => {
    for (const { name, text } of assets.values()) {
      const file = join(directories.output, folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  });
}
