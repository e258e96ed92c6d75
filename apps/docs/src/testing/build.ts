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

/** Builds the site into a folder of its own, uncompressed. */
export function build(env: Record<string, string>, ...flags: string[]): Built {
  const parent = mkdtempSync(join(tmpdir(), 'sealmark-site-'));
  const folder = join(parent, 'site');
  execFileSync(process.execPath, [...flags, join(import.meta.dirname, '../build.ts'), '--draft'], {
    env: { ...process.env, ...env, SITE_OUTPUT: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, remove: () => rmSync(parent, { recursive: true }) };
}
