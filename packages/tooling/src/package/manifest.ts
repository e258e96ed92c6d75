import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SizeLimit } from '../sizes.ts';

/** Where something is found, by condition. */
export type Target = string | { readonly [condition: string]: Target } | null;

/** What this tooling reads of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly type?: string;
  readonly repository?: { readonly url?: string; readonly directory?: string };
  readonly bugs?: string;
  readonly homepage?: string;
  readonly engines?: Record<string, string>;
  readonly customElements?: string;
  readonly 'web-types'?: string;
  readonly unpkg?: string;
  readonly jsdelivr?: string;
  readonly exports?: Record<string, Target>;
  readonly bin?: Record<string, string>;
  readonly sideEffects?: boolean | readonly string[];
  readonly files?: readonly string[];
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly sealmark?: {
    readonly tests?: 'browsers' | 'node';
    readonly sizes?: readonly SizeLimit[];
    /** Packages of ours whose content or code is in what this one publishes: where they move, it moves. */
    readonly bundles?: readonly string[];
    /** The most bytes that its tarball may take. */
    readonly tarball?: number;
  };
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
