/** The environment in which turbo runs: nothing is reported to anyone. */
export function turboEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...more };
}
