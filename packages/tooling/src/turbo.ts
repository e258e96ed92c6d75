import { repository, run } from './run.ts';

/**
 * The environment in which turbo runs: nothing is reported to anyone, and what one system came to is not another's, even
 * where they share a cache.
 */
export function turboEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { platform, arch, version } = process;
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    SEALMARK_HOST: [platform, arch, version].join(' '),
    ...more,
  };
}

/** Runs turbo with `args` and gives its exit code. */
export function turbo(args: readonly string[], more: Record<string, string> = {}): Promise<number> {
  return run('turbo', args, { cwd: repository, env: turboEnvironment(more) });
}
