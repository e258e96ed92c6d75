/** How often each file could not be had. */
const failures = new Map<string, number>();

/**
 * Loads a module that lies beside this script, by its path without `.js`. An engine may remember a failure by its address:
 * the next attempt has another one.
 */
export async function beside<T>(path: string): Promise<{ readonly default: T }> {
  const failed = failures.get(path) ?? 0;
  try {
    const { href } = new URL(`./${path}.js${failed ? `?${failed}` : ''}`, import.meta.url);
    return (await import(href)) as { default: T };
  } catch (reason) {
    failures.set(path, failed + 1);
    throw reason;
  }
}
