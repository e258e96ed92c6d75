import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FolderError, linkOnTheWay } from './folders.ts';
import { idsOf } from './rules/rule.ts';

/** The list of all entries or guides. By it a build knows the files of the one before. */
const INDEX = 'index.json';

/** What a build writes. */
export interface Plan {
  /** The paths of all files. */
  paths: readonly string[];
  /** The files, made one after the other, so that one text is held at a time. */
  files: Iterable<readonly [path: string, text: string]>;
  /** The text of `index.json`. */
  index: string;
  /** The paths of the files of an id. */
  filesOf: (id: string) => string[];
}

/**
 * Writes the files of a build into a folder. What is there already with the same text stays untouched, what an earlier
 * build left goes, what no build made stays, and a file is whole at every moment.
 *
 * The list of ids is written first, with those of the old build and of the new, and last as it is: so a build that was
 * interrupted is known for one.
 *
 * @returns How many files there are, how many were written and how many removed.
 * @throws {FolderError} When something else stands where a file belongs, or a link leads elsewhere: before anything is
 *   written.
 */
export function writeBuild(
  folder: string,
  { paths, files, index, filesOf }: Plan,
): { files: number; written: number; removed: number } {
  const indexFile = join(folder, INDEX);
  const before = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : undefined;
  const old = listIn(before);
  if (before !== undefined && !old) throw foreign(indexFile);
  const stale = new Set(idsOf(old).flatMap(filesOf));
  for (const path of paths) {
    const full = join(folder, path);
    const link = linkOnTheWay(folder, full);
    if (link)
      throw new FolderError(`${link} is a link; delete it, so that nothing is written elsewhere.`);
    const isOwn = old && (stale.has(path) || !path.includes('/'));
    if (!isOwn && existsSync(full)) throw foreign(full);
    stale.delete(path);
  }
  const now = new Set(idsOf(listIn(index)));
  const gone = (old ?? []).filter((item) => !idsOf([item]).every((id) => now.has(id)));
  if (!old || gone.length > 0)
    writeFile(indexFile, JSON.stringify([...(listIn(index) ?? []), ...gone]));
  let written = before === index ? 0 : 1;
  for (const [path, text] of files) {
    const full = join(folder, path);
    if (path === INDEX || (existsSync(full) && readFileSync(full, 'utf8') === text)) continue;
    writeFile(full, text);
    written += 1;
  }
  let removed = 0;
  for (const path of stale) {
    if (!existsSync(join(folder, path))) continue;
    rmSync(join(folder, path));
    removed += 1;
  }
  if (readFileSync(indexFile, 'utf8') !== index) writeFile(indexFile, index);
  return { files: paths.length, written, removed };
}

const foreign = (path: string): FolderError =>
  new FolderError(
    `${path} is not of sealmark's making; name another folder with --out, or delete it.`,
  );

function listIn(text: string | undefined): unknown[] | undefined {
  try {
    const found: unknown = JSON.parse(text ?? '');
    return Array.isArray(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file that is whole at every moment: the old one, until the new one is. */
export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    writeFileSync(part, text, { flag: 'wx' });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
