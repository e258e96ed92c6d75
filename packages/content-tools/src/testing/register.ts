import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { loadContent } from '../load.ts';
import { describe } from '../problems.ts';
import { validate } from '../validate.ts';

const SOURCE = join(import.meta.dirname, '../../test-data/register');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A content package of four birds to change: Heron and Wren, Egret that moved, Magpie that was removed. */
export function copyRegister(): string {
  const root = mkdtempSync(join(tmpdir(), 'register-'));
  folders.push(root);
  cpSync(SOURCE, root, { recursive: true });
  return root;
}

/** Puts one text in the place of another, which must be there. */
export function edit(root: string, path: string, from: string | RegExp, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, () => to);
  if (edited === text) throw new Error(`${path} does not contain ${from}`);
  writeFileSync(file, edited);
}

/** What `check` says after one change to a file of the register. */
export function messagesAfter(path: string, from: string | RegExp, to: string): string[] {
  const root = copyRegister();
  edit(root, `content/${path}`, from, to);
  return messages(root);
}

/** What `check` says of a package. */
export function messages(root: string): string[] {
  return validate(loadContent(root)).map(describe);
}
