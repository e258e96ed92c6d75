import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Result, writeResult } from './results.ts';

/** The folder of this package. */
export const tooling = fileURLToPath(new URL('..', import.meta.url));

/** The top folder of the repository. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Whether a command has to be started by a shell: npm's are .cmd files on Windows. */
export const needsShell = process.platform === 'win32';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command and shows all that it says. A signal to this process goes on to the command.
 *
 * @returns the exit code; 128 and the number of the signal when one ended it, as in a shell.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; shell?: boolean } = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: needsShell, ...options });
    const pass = (signal: NodeJS.Signals): void => {
      told = signal;
      child.kill(signal);
    };
    let told: NodeJS.Signals | undefined;
    for (const signal of signals) process.on(signal, pass);
    const end = (code: number): void => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      end(1);
    });
    child.on('close', (code, signal) => {
      const by = told ?? signal;
      end(by ? 128 + constants.signals[by] : (code ?? 1));
    });
  });
}

/** Runs the compiler with one checker: several repeat each other's work, while turbo keeps every core busy anyway. */
export function tsc(args: readonly string[], cwd: string): Promise<number> {
  return run('tsc', [...args, '--checkers', '1'], { cwd });
}

/** One thing to check. Gives what is wrong as sentences, or whether all is well where a tool has said so itself. */
export type Check = () => Promise<readonly string[] | boolean> | readonly string[] | boolean;

/**
 * Runs checks one after another, shows what they found, and writes the result of `task` down.
 *
 * @returns the exit code.
 */
export async function runChecks(
  root: string,
  task: string,
  checks: Record<string, Check>,
): Promise<number> {
  const result: Result = { passed: 0, skipped: 0, failures: [] };
  for (const [name, check] of Object.entries(checks)) {
    const outcome = await check();
    const problems = typeof outcome === 'boolean' ? [] : outcome;
    const well = typeof outcome === 'boolean' ? outcome : outcome.length === 0;
    for (const problem of problems) console.error(`${name}: ${problem}`);
    console.log(`${well ? '✓' : '✗'} ${name}`);
    if (well) result.passed += 1;
    else result.failures.push([name, ...problems.slice(0, 1)].join(': '));
  }
  writeResult(root, task, result);
  return result.failures.length > 0 ? 1 : 0;
}
