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
import { createPrerenderer, type PrerendererOptions, type Problem } from './prerender.ts';

/** What a run over files works with. */
export interface PrerenderFilesOptions extends PrerendererOptions {
  /** A folder for the results; without it the files themselves are written. */
  readonly out?: string | undefined;
  /** Whether nothing is written. */
  readonly check?: boolean | undefined;
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
  readonly files: readonly FileResult[];
  readonly problems: readonly Problem[];
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
  const { out, check } = options;
  const prerender = createPrerenderer(options);
  const files: FileResult[] = [];
  const problems: Problem[] = [];
  for (const { file, folder } of paths.flatMap(pagesOf)) {
    const html = decode(readFileSync(file));
    if (html === undefined) {
      problems.push({
        file,
        line: 1,
        column: 1,
        element: 'html',
        message: 'The file is not UTF-8.',
      });
      continue;
    }
    const result = await prerender(html, {
      file,
      read: (address) => readLocal(address, file, folder),
      report: (problem) => problems.push(problem),
    });
    const target = out === undefined ? file : join(out, relative(folder, file));
    const changed = result !== (out === undefined ? html : textOf(target));
    files.push({ file, changed });
    if (check || !changed) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, result);
  }
  return { files, problems };
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
