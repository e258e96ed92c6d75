import { existsSync, readFileSync } from 'node:fs';
import { FolderError } from '../folders.ts';
import { isRecord } from '../schema.ts';
import { writeFile } from '../write.ts';

/** What is remembered of an address. Days are `YYYY-MM-DD`. */
export interface Remembered {
  /** When it was last asked. */
  checked: string;
  /** When it last answered well. */
  fine?: string;
  /** The days on which it failed, since it was last fine. */
  failed?: string[];
  /** How the last answer was, where it was not fine: `404`, `no such host`, `403`. */
  answer?: string;
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

/**
 * Reads the memory; an empty one where there is none.
 *
 * @throws {FolderError} When the file is something else: it is not ours to write over.
 */
export function readMemory(path: string): Memory {
  const memory: Memory = { format: 'sealmark-links-1', addresses: {} };
  if (!existsSync(path)) return memory;
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isRecord(found) && found.format === memory.format && isRecord(found.addresses)) {
      for (const [url, item] of Object.entries(found.addresses)) {
        if (isRecord(item) && typeof item.checked === 'string')
          memory.addresses[url] = item as unknown as Remembered;
      }
      return memory;
    }
  } catch {
    // Said below.
  }
  throw new FolderError(
    `${path} is not a memory of sealmark links; name another file with --memory, or delete it.`,
  );
}

/** Writes the memory, addresses in order, so that a difference shows what changed. */
export function writeMemory(path: string, memory: Memory): void {
  const addresses = Object.fromEntries(
    Object.entries(memory.addresses).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFile(path, `${JSON.stringify({ ...memory, addresses }, null, 1)}\n`);
}
