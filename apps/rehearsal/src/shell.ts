import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** What a command came to. */
export interface Outcome {
  readonly code: number;
  /** Everything that it said, errors included. */
  readonly output: string;
}

/** A command ended badly where it must not. */
export class CommandError extends Error {
  override name = 'CommandError';
}

const running = new Set<number>();

/** Ends every command that is still running, with all that it started. */
export function endAll(): void {
  for (const pid of running) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Starts a command, which ends with all others at the latest. */
export function start(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): ChildProcessByStdio<null, Readable, Readable> {
  // A group of its own, so that what it starts can be ended with it.
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid !== undefined) {
    running.add(pid);
    child.on('close', () => running.delete(pid));
  }
  return child;
}

/** Runs a command to its end, silently. */
export function attempt(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a command that has to succeed.
 *
 * @returns what it said.
 * @throws {CommandError} with everything that it said, when it fails.
 */
export async function must(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  const { code, output } = await attempt(command, args, options);
  if (code !== 0)
    throw new CommandError(`${command} ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}
