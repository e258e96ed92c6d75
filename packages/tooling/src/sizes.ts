import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A limit that a package sets itself: `"sealmark": {"sizes": [{"name": "script", "files": ["dist/embed.js"], "brotli": 12000}]}`. */
export interface SizeLimit {
  /** What is measured, in words. */
  readonly name: string;
  /** Globs of the files that are sent together. */
  readonly files: readonly string[];
  /** Globs of the files that are taken off again: what is there anyway. */
  readonly less?: readonly string[];
  /** The most that they may take in all, in bytes, each compressed by itself with brotli at its best. */
  readonly brotli: number;
  /** Whether the limit holds for each file instead of for all together. */
  readonly each?: boolean;
}

/** Measures the files of the package in `root`, shows their sizes, and tells which limits do not hold. */
export function oversized(root: string, limits: readonly SizeLimit[]): string[] {
  const sizeOf = (file: string) => brotliCompressSync(readFileSync(join(root, file))).length;
  const sumOf = (files: readonly string[]) => files.reduce((all, file) => all + sizeOf(file), 0);
  return limits.flatMap(({ name, files, less = [], brotli, each = false }) => {
    const find = (pattern: string) => globSync(pattern, { cwd: root }).sort();
    const missing = [...files, ...less].filter((pattern) => find(pattern).length === 0);
    if (missing.length > 0) return [`${name}: there is no file ${missing.join(' or ')}`];
    const [found, taken] = [files.flatMap(find), less.flatMap(find)];
    const measured = each
      ? found.map((file) => ({ what: `${name} ${file}`, size: sizeOf(file) }))
      : [{ what: name, size: sumOf(found) - sumOf(taken) }];
    return measured.flatMap(({ what, size }) => {
      console.log(`  ${what}: ${size} of ${brotli} bytes (brotli)`);
      return size > brotli
        ? [`${what} takes ${size} bytes, ${size - brotli} more than it may`]
        : [];
    });
  });
}
