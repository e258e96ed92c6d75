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

/** Bundles the elements, with all that they need, into one minified module. */
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
    file: join(folder, 'embed.js'),
    format: 'esm',
    minify: true,
    comments: false,
    postBanner: banner,
    sourcemap: true,
  });
  await build.close();
}
