import { repository, run } from './run.ts';

/** The environment in which turbo runs: nothing is reported to anyone. */
export function turboEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...more };
}

/** Runs turbo with `args` and gives its exit code. */
export function turbo(args: readonly string[], more: Record<string, string> = {}): Promise<number> {
  return run('turbo', args, { cwd: repository, env: turboEnvironment(more) });
}
