import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository, tooling } from '../run.ts';

/** A package in a folder of its own, to try the commands of this one on. */
export interface SamplePackage {
  readonly root: string;
  /** Writes files, by their paths. */
  write(files: Record<string, string>): void;
  /** Runs `sealmark-tooling` there. */
  run(command: string): Promise<{ code: number; output: string }>;
  remove(): void;
}

/** Makes an empty package. */
export function samplePackage(): SamplePackage {
  const top = mkdtempSync(join(tmpdir(), 'sealmark-'));
  const root = join(top, 'packages', 'sample');
  const write: SamplePackage['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write({ 'package.json': '{\n  "type": "module"\n}\n' });
  symlinkSync(join(repository, 'node_modules'), join(top, 'node_modules'));
  return {
    root,
    write,
    run: (command) =>
      new Promise((resolve) => {
        const args = [join(tooling, 'bin/sealmark-tooling.js'), command];
        const child = execFile(process.execPath, args, { cwd: root }, (_error, out, err) => {
          resolve({ code: child.exitCode ?? 1, output: out + err });
        });
      }),
    remove: () => rmSync(top, { recursive: true }),
  };
}
