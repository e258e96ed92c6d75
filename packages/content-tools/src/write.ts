import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { FolderError, isFolder, linkOnTheWay } from './folders.ts';
import type { Progress } from './problems.ts';
import { idsOf } from './rules/rule.ts';

/** The list of all entries or guides. By it a build knows the files of the one before. */
const INDEX = 'index.json';

/** The name of a file that is not whole yet; one that stays was interrupted. */
const PART = /^\.(.+)\.[0-9a-f]{8}\.part$/;

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
  /** Whether an item of an `index.json` is one that such a build writes. */
  isItem: (item: unknown) => boolean;
}

/**
 * Writes the files of a build into a folder. What is there already with the same text stays untouched, what an earlier
 * build left goes, what no build made stays, and a file is whole at every moment.
 *
 * The list of ids is written first, with those of the old build and of the new, and last as it is: so a build that was
 * interrupted is known for one.
 *
 * @param progress - Told how many files are written.
 * @returns How many files there are, how many were written and how many removed.
 * @throws {FolderError} When something else stands where a file belongs, or a link leads elsewhere: before anything is
 *   written.
 */
export function writeBuild(
  folder: string,
  { paths, files, index, filesOf, isItem }: Plan,
  progress?: Progress,
): { files: number; written: number; removed: number } {
  const indexFile = join(folder, INDEX);
  const before = isFile(indexFile) ? readFileSync(indexFile, 'utf8') : undefined;
  const list = listIn(before);
  // Anybody may keep a list there: ours has items, and each is one that a build writes.
  const old = list?.length && list.every(isItem) ? list : undefined;
  if (before !== undefined && !old) throw foreign(indexFile);
  const stale = new Set(idsOf(old).flatMap(filesOf));
  const own = new Set([...paths, ...stale]);
  const folders = new Set([folder, ...[...own].map((path) => dirname(join(folder, path)))]);
  for (const at of folders) if (existsSync(at) && !isFolder(at)) throw foreign(at);
  for (const path of own) {
    const full = join(folder, path);
    const link = linkOnTheWay(folder, full);
    if (link)
      throw new FolderError(`${link} is a link; delete it, so that nothing is written elsewhere.`);
    const isOwn = old && (stale.has(path) || !path.includes('/'));
    if (existsSync(full) && !(isOwn && isFile(full))) throw foreign(full);
  }
  for (const path of paths) stale.delete(path);
  const now = new Set(idsOf(listIn(index)));
  const gone = (old ?? []).filter((item) => !idsOf([item]).every((id) => now.has(id)));
  if (!old || gone.length > 0)
    writeFile(indexFile, JSON.stringify([...(listIn(index) ?? []), ...gone]));
  let written = before === index ? 0 : 1;
  let done = 0;
  for (const [path, text] of files) {
    progress?.('files written', done, paths.length);
    done += 1;
    const full = join(folder, path);
    if (path === INDEX || (existsSync(full) && readFileSync(full, 'utf8') === text)) continue;
    // What a disk loses of it, the next build writes again.
    writeFile(full, text, { flush: false });
    written += 1;
  }
  let removed = 0;
  for (const path of stale) {
    if (!existsSync(join(folder, path))) continue;
    rmSync(join(folder, path));
    removed += 1;
  }
  for (const at of folders) if (existsSync(at)) removed += removeParts(folder, at, own);
  if (readFileSync(indexFile, 'utf8') !== index) writeFile(indexFile, index);
  return { files: paths.length, written, removed };
}

/** Removes what a build that was interrupted has left in a folder. */
function removeParts(root: string, folder: string, own: ReadonlySet<string>): number {
  const parts = readdirSync(folder).filter((name) => {
    const [, whole] = PART.exec(name) ?? [];
    return whole !== undefined && own.has(relative(root, join(folder, whole)).replaceAll(sep, '/'));
  });
  for (const name of parts) rmSync(join(folder, name));
  return parts.length;
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

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

/** What some editors put before a text. Who reads a file of content does not see it. */
const MARK = '\uFEFF';

/**
 * Writes a file that is whole at every moment: the old one, until the new one is. A link stays, and what it leads to is
 * written; who may read the file stays as it was, and so does a mark of its encoding at the start.
 *
 * @param options - `flush`: wait until the disk has it, so that this holds when the power goes, too. That takes some
 *   milliseconds, which is long for thousands of files.
 */
export function writeFile(path: string, text: string, { flush = true } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const target = existsSync(path) ? realpathSync(path) : path;
  const mode = isFile(target) ? statSync(target).mode & 0o777 : undefined;
  const isMarked = mode !== undefined && readFileSync(target, 'utf8').startsWith(MARK);
  const whole = isMarked && !text.startsWith(MARK) ? MARK + text : text;
  const part = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  try {
    writeFileSync(part, whole, { flag: 'wx', flush, ...(mode !== undefined && { mode }) });
    if (mode !== undefined) chmodSync(part, mode);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    // What failed says nothing of the file, or names the part of it.
    throw Object.assign(error as Error, { path });
  }
}
