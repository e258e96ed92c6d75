import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { minifyTemplates } from './minify-templates.ts';

/** What the script is bundled with. */
export interface BundleOptions {
  /** The folder that `embed.js` and `embed.js.map` are written to. */
  readonly folder: string;
  /** The origin of the site that the cards link to, such as `https://example.org`; without it they link to no page of ours. */
  readonly site?: string | undefined;
}

/** Where the notices of the bundled software are. */
const banner = '/*! Sealmark, MIT. Contains Lit, BSD-3-Clause, Google LLC. See licenses.txt */';

/** The words of an element in a language. Those of all elements in one language lie together. */
const languages = /\/languages\/([a-z-]+)\.js$/;
const languageOf = (path: string) => {
  const [, language] = languages.exec(path) ?? [];
  return language && language !== 'index' ? `languages/${language}` : null;
};

/** Bundles the elements, with all that they need, into one minified module, beside it the words of each language. */
export async function bundle({ folder, site = '' }: BundleOptions): Promise<void> {
  const build = await rolldown({
    input: join(import.meta.dirname, '..', 'src', 'embed.ts'),
    platform: 'browser',
    tsconfig: false,
    resolve: { conditionNames: ['browser', 'production', 'import'] },
    transform: {
      target: 'es2022',
      define: { SITE_URL: JSON.stringify(site && new URL(site).origin) },
    },
    experimental: { nativeMagicString: true },
    plugins: [minifyTemplates()],
    onLog(_level, { message }) {
      throw new Error(message);
    },
  });
  await build.write({
    dir: folder,
    entryFileNames: 'embed.js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ debugName: 'languages', name: languageOf, test: languages }] },
    format: 'esm',
    minify: true,
    comments: false,
    postBanner: banner,
    sourcemap: true,
  });
  await build.close();
}
