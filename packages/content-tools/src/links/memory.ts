import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSafeAddress } from '../addresses.ts';
import { FolderError, liesIn } from '../folders.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import { writeFile } from '../write.ts';

/** What is remembered of an address. Days are `YYYY-MM-DD`. */
export interface Remembered {
  /** When it was last asked. */
  checked: string;
  /** When it last answered well. */
  fine?: string;
  /** The days on which it failed, since it was last fine. */
  failed?: string[];
  /** How it failed the last time: `404`, `no such host`. */
  answer?: string;
  /** What the last answer was, where it said neither that all is fine nor that it is not: `403`. */
  unknown?: string;
  /** Where it led to in the end. */
  final?: string;
  /** The address that it has now, where the server says that it moved for good. */
  moved?: string;
  /** The host where it ended before it ended elsewhere, until somebody accepts the change. */
  wasOn?: string;
  /** What the server gave to ask whether anything changed. */
  etag?: string;
  lastModified?: string;
}

/** What `sealmark links` remembers between runs. */
export interface Memory {
  format: 'sealmark-links-1';
  addresses: Record<string, Remembered>;
}

/** The file of the memory, from the folder of the package. */
export const MEMORY = 'links.json';

/** What has to stand in each field, in words, and whether it does. */
const FIELDS: Record<keyof Remembered, [what: string, is: (value: unknown) => boolean]> = {
  checked: ['a day such as 2026-01-31', isDay],
  fine: ['a day such as 2026-01-31', isDay],
  failed: ['a list of days', (value) => Array.isArray(value) && value.every(isDay)],
  answer: ['a text', isText],
  unknown: ['a text', isText],
  final: ['a whole address', (value) => isText(value) && URL.canParse(value)],
  moved: ['a whole address', (value) => isText(value) && URL.canParse(value)],
  wasOn: ['the name of a host', isHost],
  etag: ['a text', isText],
  lastModified: ['a text', isText],
};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isHost(value: unknown): boolean {
  const url = `https://${String(value)}/`;
  return isText(value) && URL.canParse(url) && new URL(url).host === value;
}

function isDay(value: unknown): boolean {
  return isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * Reads the memory; an empty one where there is none.
 *
 * @throws {FolderError} When the file is something else, or broken: it is not ours to write over, and nothing in it is
 *   lost.
 */
export function readMemory(path: string): Memory {
  const memory: Memory = { format: 'sealmark-links-1', addresses: {} };
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink && !(existsSync(path) && liesIn(dirname(path), path)))
    throw new FolderError(
      `${path} is a link that leads out of its folder; put the file itself in its place, or name another with --memory.`,
    );
  if (!existsSync(path)) return memory;
  const found = parse(readFileSync(path, 'utf8'));
  if (!isRecord(found) || found.format !== memory.format || !isRecord(found.addresses))
    throw new FolderError(
      `${path} is not a memory of sealmark links; name another file with --memory, or delete it.`,
    );
  for (const [url, item] of Object.entries(found.addresses)) {
    const wrong = wrongIn(url, item);
    if (wrong)
      throw new FolderError(
        `${path}: what is remembered of ${quote(url)} is broken: ${wrong}; take the file from the last commit, or delete what is said of this address.`,
      );
    memory.addresses[url] = item as Remembered;
  }
  return memory;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first thing that is wrong with what is remembered of an address. */
function wrongIn(url: string, item: unknown): string | undefined {
  if (!isSafeAddress(url)) return 'it is no whole address';
  if (!isRecord(item)) return 'it has no fields';
  if (item.checked === undefined) return 'checked is missing';
  for (const [name, [what, is]] of Object.entries(FIELDS)) {
    if (item[name] !== undefined && !is(item[name]))
      return `${name} is ${quote(item[name])}, but has to be ${what}`;
  }
  return undefined;
}

/** Writes the memory, addresses in order, so that a difference shows what changed. */
export function writeMemory(path: string, memory: Memory): void {
  const addresses = Object.fromEntries(
    Object.entries(memory.addresses).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFile(path, `${JSON.stringify({ ...memory, addresses }, null, 1)}\n`);
}
