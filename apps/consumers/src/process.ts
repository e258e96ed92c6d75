import { type ChildProcess, spawn } from 'node:child_process';

/** The processes that run, each the leader of a group, so that what it leaves behind ends with it. */
const running = new Set<ChildProcess>();

const quiet = { ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

interface Command {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

function begin(command: string, args: readonly string[], { cwd, env }: Command): ChildProcess {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...quiet, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  running.add(child);
  return child;
}

/** Ends a process and all that it has started. */
function end(child: ChildProcess): void {
  running.delete(child);
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Ends all processes. */
export function endAll(): void {
  for (const child of running) end(child);
}

/**
 * Runs a command to its end.
 *
 * @throws {Error} with what it said, where it fails or takes more than five minutes.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: Command,
): Promise<string> {
  const child = begin(command, args, options);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data));
  const late = setTimeout(() => end(child), 300_000);
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  }).finally(() => {
    clearTimeout(late);
    end(child);
  });
  if (code === 0) return said;
  const call = [command, ...args].join(' ');
  throw new Error(
    `${call} ${code === null ? 'took too long' : `ended with ${code}`}\n${said.trim().slice(-2000)}`,
  );
}

/** Starts a command that goes on until it is disposed of. */
export function start(command: string, args: readonly string[], options: Command): Disposable {
  const child = begin(command, args, options);
  child.stdout?.resume();
  child.stderr?.resume();
  return { [Symbol.dispose]: () => end(child) };
}
