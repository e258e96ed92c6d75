import { vi } from 'vitest';
import { sealmark as command } from '../program.ts';

/** What a command leaves: its exit code and what it says. */
export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs `sealmark` in a folder as a shell would where nobody sits at a terminal, but in this process: that is cheaper. */
export async function sealmark(folder: string, ...words: string[]): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  const { exitCode } = process;
  const cwd = process.cwd();
  const terminals = [process.stdin, process.stdout, process.stderr].map((stream) => {
    const { isTTY } = stream;
    stream.isTTY = false;
    return () => (stream.isTTY = isTTY);
  });
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text) => void (said.stdout += `${text}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text) => void (said.stderr += `${text}\n`)),
    ...(['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((text) => {
        said[stream] += text;
        return true;
      }),
    ),
  ];
  process.exitCode = undefined;
  process.chdir(folder);
  try {
    await command(words);
    return { status: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.chdir(cwd);
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
    for (const back of terminals) back();
  }
}
