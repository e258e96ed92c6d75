const kept = new Map<string, unknown>();

/** Makes something once: what `Intl` makes is costly. */
export function once<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}
