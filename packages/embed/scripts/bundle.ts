import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CSSResult } from 'lit';
import { type InputOptions, type Plugin, rolldown } from 'rolldown';
import { loadBeside } from './load-beside.ts';
import { minifyCss } from './minify-css.ts';
import { minifyTemplates } from './minify-templates.ts';

/** What the script is bundled with. */
export interface BundleOptions {
  /** The folder that the files are written to. */
  readonly folder: string;
  /** The address of the site that the cards link to, such as `https://example.org`; without it they link to no page of ours. */
  readonly site?: string | undefined;
}

/** Where the notices of the bundled software are. */
const banner = '/*! Sealmark, MIT. Contains Lit, BSD-3-Clause, Google LLC. See licenses.txt */';

const source = join(import.meta.dirname, '..', 'src');

/** The elements, by tag. */
const elements = ['audit-badge', 'downloads-dropdown', 'messenger-card'];

/** Leaves out what Lit does for engines without stylesheets that a script can construct. */
const lightStyles: Plugin = {
  name: 'light-styles',
  resolveId: {
    filter: { id: /css-tag\.js$/ },
    handler: () => join(source, 'css-tag.ts'),
  },
};

/** Writes one minified module without any imports. */
async function write(
  folder: string,
  file: string,
  { site = '', ...options }: InputOptions & { readonly site?: string | undefined },
): Promise<void> {
  const build = await rolldown({
    platform: 'browser',
    tsconfig: false,
    resolve: { conditionNames: ['browser', 'production', 'import'] },
    transform: {
      target: 'es2022',
      define: { SITE_URL: JSON.stringify(site && new URL(site).href) },
    },
    experimental: { nativeMagicString: true },
    onLog(_level, { message }) {
      throw new Error(message);
    },
    ...options,
    plugins: [lightStyles, minifyTemplates(), loadBeside(join(source, 'beside.ts'))],
  });
  await build.write({
    dir: folder,
    entryFileNames: file,
    codeSplitting: false,
    format: 'esm',
    minify: true,
    comments: false,
    postBanner: banner,
    sourcemap: true,
  });
  await build.close();
}

/** Bundles the elements into `embed.js`, and beside it what they load when they need it. */
export async function bundle({ folder, site }: BundleOptions): Promise<void> {
  await write(folder, 'embed.js', {
    input: join(source, 'embed.ts'),
    site,
  });
  for (const element of elements) {
    const dist = fileURLToPath(new URL('.', import.meta.resolve(`@sealmark/${element}`)));
    await write(folder, `${element}/drawing.js`, { input: join(dist, 'drawing.js') });
    await writeSheet(join(folder, element, 'sheets.js'), join(dist, 'sheets.js'));
  }
}

/** Writes the styles of an element as a module that makes one stylesheet. */
async function writeSheet(file: string, from: string): Promise<void> {
  type Sheets = CSSResult | readonly Sheets[];
  const { default: sheets } = (await import(pathToFileURL(from).href)) as { default: Sheets };
  const texts = (part: Sheets): string[] =>
    part instanceof Array ? part.flatMap(texts) : [(part as CSSResult).cssText];
  const css = JSON.stringify(minifyCss(texts(sheets).join('\n')));
  writeFileSync(
    file,
    `const sheet=new CSSStyleSheet;sheet.replaceSync(${css});export default sheet;`,
  );
}
