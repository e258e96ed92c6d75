import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A limit that a package sets itself: `"sealmark": {"sizes": [{"name": "script", "files": ["dist/embed.js"], "brotli": 12000}]}`. */
export interface SizeLimit {
  /** What is measured, in words. */
  readonly name: string;
  /** Globs of the files that are sent together. */
  readonly files: readonly string[];
  /** The most that they may take in all, in bytes, each compressed by itself with brotli at its best. */
  readonly brotli: number;
  /** Whether the limit holds for each file instead of for all together. */
  readonly each?: boolean;
}

/** Measures the files of the package in `root`, shows their sizes, and tells which limits do not hold. */
export function oversized(root: string, limits: readonly SizeLimit[]): string[] {
  return limits.flatMap(({ name, files, brotli, each = false }) => {
    const found = files.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
    if (found.length === 0) return [`${name}: there is no file ${files.join(' or ')}`];
    const sizes = found.map((file) => brotliCompressSync(readFileSync(join(root, file))).length);
    const sum = sizes.reduce((all, one) => all + one, 0);
    const measured = each
      ? found.map((file, index) => ({ what: `${name} ${file}`, size: sizes[index] as number }))
      : [{ what: name, size: sum }];
    return measured.flatMap(({ what, size }) => {
      console.log(`  ${what}: ${size} of ${brotli} bytes (brotli)`);
      return size > brotli
        ? [`${what} takes ${size} bytes, ${size - brotli} more than it may`]
        : [];
    });
  });
}
