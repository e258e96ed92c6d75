import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The folders whose files are all of the build's making. */
const FOLDERS = ['messengers', 'cards', 'logos', 'guides'];

/**
 * Writes files into a folder. What is there already with the same text stays untouched, what an
 * earlier build left in the build's own folders goes, and a file is whole at every moment.
 *
 * @returns How many files were written and how many were removed.
 */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): { written: number; removed: number } {
  let written = 0;
  for (const [path, text] of files) {
    const full = join(folder, path);
    if (existsSync(full) && readFileSync(full, 'utf8') === text) continue;
    writeFile(full, text);
    written += 1;
  }
  let removed = 0;
  for (const own of FOLDERS) {
    if (!existsSync(join(folder, own))) continue;
    for (const name of readdirSync(join(folder, own))) {
      if (files.has(`${own}/${name}`) || !/\.(js|json|d\.ts|svg)$/.test(name)) continue;
      rmSync(join(folder, own, name));
      removed += 1;
    }
  }
  return { written, removed };
}

/** Writes a file that is whole at every moment: the old one, until the new one is. */
export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
