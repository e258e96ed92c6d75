import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the package in `folder` keeps the data of its releases. */
export const keepsReleases = (folder: string): boolean => existsSync(join(folder, 'releases'));

/**
 * Whether the changesets ask for what the data in `folder` demands since its last release. Where they do not, shows what
 * differs and what to write. Needs a built content-tools.
 */
export function changesetsSuffice(folder: string): Promise<boolean> {
  const options = { cwd: folder, shell: process.platform === 'win32', maxBuffer: 64 * 1024 ** 2 };
  return new Promise((resolve) => {
    execFile('sealmark', ['diff', '--changeset'], options, (error, stdout, stderr) => {
      if (error) console.error(`${stdout}${stderr || error.message}`);
      resolve(!error);
    });
  });
}
