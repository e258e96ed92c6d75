import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CSSResult } from 'lit';
import {
  type InputOptions,
  type OutputOptions,
  type Plugin,
  rolldown,
  type RolldownBuild,
} from 'rolldown';
import { loadBeside } from './load-beside.ts';
import { minifyCss } from './minify-css.ts';
import { minifyTemplates } from './minify-templates.ts';

/** What the script is bundled with. */
export interface BundleOptions {
  /** The folder that the files are written to. */
  readonly folder: string;
  /** The address of the site that the cards link to, such as `https://example.org`; without it they link to no page of ours. */
  readonly site?: string | undefined;
  /** The cards of all entries by id, for the file that has everything in it. */
  readonly cards: ReadonlyMap<string, unknown>;
}

/** Where the notices of the bundled software are. */
const banner = '/*! Sealmark, MIT. Contains Lit, BSD-3-Clause. See licenses.txt */';

const source = join(import.meta.dirname, '..', 'src');

/** The elements, by tag. */
const elements = ['audit-badge', 'downloads-dropdown', 'messenger-card'];

/** What a page can load, by the name of the file. */
export const scripts = ['embed', ...elements, 'embed.full'];

/** Leaves out what Lit does for engines without stylesheets that a script can construct. */
const lightStyles: Plugin = {
  name: 'light-styles',
  resolveId: {
    filter: { id: /css-tag\.js$/ },
    handler: () => join(source, 'css-tag.ts'),
  },
};

/** Reads what is to be one module. */
const open = (options: InputOptions): Promise<RolldownBuild> =>
  rolldown({
    platform: 'browser',
    tsconfig: false,
    resolve: { conditionNames: ['browser', 'production', 'import'] },
    experimental: { nativeMagicString: true },
    onLog(_level, { message }) {
      throw new Error(message);
    },
    ...options,
    plugins: [lightStyles, minifyTemplates(), options.plugins],
  });

const minified = {
  codeSplitting: false,
  format: 'esm',
  minify: true,
  comments: false,
} satisfies OutputOptions;

/** Writes one minified module without any imports. */
async function write(folder: string, file: string, options: InputOptions): Promise<void> {
  const build = await open(options);
  await build.write({
    ...minified,
    dir: folder,
    entryFileNames: file,
    postBanner: banner,
    sourcemap: true,
  });
  await build.close();
}

/**
 * Bundles the elements into `embed.js`, and beside it what they load when they need it; each element by itself, with all
 * but its languages; and everything into `embed.full.js`.
 */
export async function bundle({ folder, site = '', cards }: BundleOptions): Promise<void> {
  const plugins = [loadBeside(join(source, 'beside.ts'))];
  const define = {
    SITE_URL: JSON.stringify(site && new URL(site).href),
    CARDS: JSON.stringify(Object.fromEntries(cards)),
  };
  const transform = { target: 'es2022', define };
  for (const name of ['embed', ...elements])
    await write(folder, `${name}.js`, { input: join(source, `${name}.ts`), transform, plugins });
  await write(folder, 'embed.full.js', { input: join(source, 'full.ts'), transform });
  for (const element of elements) {
    const dist = fileURLToPath(new URL('.', import.meta.resolve(`@sealmark/${element}`)));
    const drawing = { input: join(dist, 'drawing.js'), transform, plugins };
    await write(folder, `${element}/drawing.js`, drawing);
    await writeSheet(join(folder, element, 'sheets.js'), join(dist, 'sheets.js'));
  }
}

/**
 * Writes each element, what draws it, and beside either what it has from elsewhere: Lit, what all elements share, and
 * the elements that it assembles. They are there to be measured: what one takes more than the other is what the element
 * adds to a script.
 */
export async function bundleAlone(folder: string): Promise<void> {
  for (const element of elements) {
    const dist = fileURLToPath(new URL('.', import.meta.resolve(`@sealmark/${element}`)));
    const others = elements.filter((other) => other !== element);
    const elsewhere = [
      /^@?lit(\/|$)/,
      /^@sealmark\/element-kit(\/|$)/,
      new RegExp(`^@sealmark/(${others.join('|')})(/|$)`),
      /\/languages\/index\.js$/,
      /\/beside\.ts$/,
    ];
    mkdirSync(join(folder, element), { recursive: true });
    for (const [entry, name] of [
      ['define.js', element],
      ['drawing.js', `${element}/drawing`],
    ] as const) {
      const input = join(dist, entry);
      const own = await minify(input, { external: elsewhere });
      const [imports = ''] = /^(import[^;]*;)*/.exec(own) ?? [];
      const rest = join(dist, 'rest.js');
      const kept: Plugin = {
        name: 'kept',
        resolveId: { filter: { id: /rest\.js$/ }, handler: () => rest },
        load: {
          filter: { id: /rest\.js$/ },
          handler: () => imports.replaceAll('import{', 'export{'),
        },
      };
      writeFileSync(join(folder, `${name}.js`), await minify(input));
      const without = await minify(rest, { plugins: [kept] });
      writeFileSync(join(folder, `${name}.rest.js`), without.replace(/export\{[^}]*\};?\s*$/, ''));
    }
  }
}

/** One minified module, without the notices. */
async function minify(input: string, options: InputOptions = {}): Promise<string> {
  const build = await open({
    input,
    ...options,
    plugins: [loadBeside(join(source, 'beside.ts')), options.plugins],
  });
  const { output } = await build.generate(minified);
  await build.close();
  return output[0].code;
}

/** Writes the styles of an element as a module that makes one stylesheet. */
async function writeSheet(file: string, from: string): Promise<void> {
  type Sheets = CSSResult | readonly Sheets[];
  const { default: sheets } = (await import(pathToFileURL(from).href)) as { default: Sheets };
  const texts = (part: Sheets): string[] =>
    'cssText' in part ? [part.cssText] : part.flatMap(texts);
  const css = JSON.stringify(minifyCss(texts(sheets).join('\n')));
  writeFileSync(
    file,
    `const sheet=new CSSStyleSheet;sheet.replaceSync(${css});export default sheet;`,
  );
}
