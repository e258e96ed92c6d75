import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A site that was built for a test. */
export interface Built {
  readonly folder: string;
  /** Takes it away. */
  remove(): void;
}

/** Builds the site into a folder of its own, uncompressed, with more options of the build or a module loaded before it. */
export function build(
  env: Record<string, string>,
  { before, options = [] }: { before?: string; options?: readonly string[] } = {},
): Built {
  const flags = before ? ['--import', before] : [];
  const parent = mkdtempSync(join(tmpdir(), 'sealmark-site-'));
  const folder = join(parent, 'site');
  execFileSync(
    process.execPath,
    [...flags, join(import.meta.dirname, '../build.ts'), '--draft', ...options],
    {
      env: { ...process.env, ...env, SITE_OUTPUT: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return { folder, remove: () => rmSync(parent, { recursive: true }) };
}
