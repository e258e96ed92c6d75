import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Asset, createPrerenderer, type PrerendererOptions, within } from './prerender.ts';
import type { Warning } from './warning.ts';

/** What a run over files works with. */
export interface PrerenderFilesOptions extends PrerendererOptions {
  /** The folder within the site that takes the assets, such as `assets`; by default they stand at its top. */
  readonly assets?: string | undefined;
  /** A folder for the results; without it the files themselves are written. */
  readonly out?: string | undefined;
  /** Whether nothing is written. */
  readonly check?: boolean | undefined;
  /** Called after each page. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** What became of one file. */
export interface FileResult {
  /** The file that was read. */
  readonly file: string;
  /** Whether the result differs from what stood where it goes. */
  readonly changed: boolean;
}

/** What became of a run. */
export interface FilesResult {
  /** The pages. */
  readonly files: readonly FileResult[];
  /** The files that pages link to. Those of earlier versions stay, for the sake of pages that somebody has kept. */
  readonly assets: readonly FileResult[];
  readonly warnings: readonly Warning[];
  /** A content security policy that is enough for all that was put in. */
  readonly policy: string;
}

/**
 * Prerenders files, and the `.html` and `.htm` files of folders. Cards with `src` are read where it
 * leads to a file in the same folder. A file that is not UTF-8 is left alone and reported.
 *
 * @throws {Error} where a path does not exist.
 */
export async function prerenderFiles(
  paths: readonly string[],
  options: PrerenderFilesOptions,
): Promise<FilesResult> {
  const { out, check, base = '/', assets: subfolder = '', progress } = options;
  const prerender = createPrerenderer({ ...options, base: within(base, subfolder) });
  const pages = paths.flatMap(pagesOf);
  const files: FileResult[] = [];
  const assets = new Map<string, Asset>();
  const warnings: Warning[] = [];
  let policy = "default-src 'none'";

  function write(target: string, text: string, old = textOf(target)): boolean {
    const changed = text !== old;
    if (!changed || check) return changed;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    return changed;
  }

  for (const { file, folder } of pages) {
    const html = decode(readFileSync(file));
    if (html === undefined) {
      const message = 'The file is not UTF-8.';
      warnings.push({ file, line: 1, column: 1, element: 'html', message });
      continue;
    }
    const read = (address: string) => readLocal(address, file, folder);
    const result = await prerender(html, { file, read });
    const target = out === undefined ? file : join(out, relative(folder, file));
    files.push({ file, changed: write(target, result.html, out === undefined ? html : undefined) });
    for (const asset of result.assets) {
      assets.set(join(out ?? folder, subfolder, asset.name), asset);
      policy = result.policy;
    }
    warnings.push(...result.warnings);
    progress?.(files.length, pages.length);
  }
  const written = [...assets].map(([file, { text }]) => ({ file, changed: write(file, text) }));
  return { files, assets: written, warnings, policy };
}

function pagesOf(path: string): { file: string; folder: string }[] {
  if (!existsSync(path)) throw new Error(`There is no file or folder ${path}.`);
  if (!statSync(path).isDirectory()) return [{ file: path, folder: dirname(path) }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => ({ file: join(entry.parentPath, entry.name), folder: path }))
    .filter(({ file }) => !file.split(sep).includes('node_modules'))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The JSON at an address of the same site, where that is a file in its folder. */
function readLocal(address: string, file: string, folder: string): unknown {
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return undefined;
  const path = decodeURIComponent(address.replace(/[?#].*/s, ''));
  const target = path.startsWith('/') ? join(folder, path) : resolve(dirname(file), path);
  const inside = relative(realpathSync(folder), realpathSync(target));
  if (inside.split(sep)[0] === '..') return undefined;
  return JSON.parse(readFileSync(target, 'utf8'));
}
