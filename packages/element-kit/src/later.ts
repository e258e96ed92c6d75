/** How a part of an element is loaded, such as `() => import('./drawing.js')`; the part is the default export. */
export type Loader<T> = () => Promise<{ readonly default: T }>;

const parts = new Map<Loader<unknown>, unknown>();
const underWay = new Map<Loader<unknown>, Promise<void>>();

/** The part that a loader loads, where it is there already. */
export const have = <T>(loader: Loader<T> | undefined): T | undefined =>
  loader && (parts.get(loader) as T | undefined);

/** Puts a part where its loader would put it, so that nothing has to be waited for. */
export function provide<T>(loader: Loader<T>, part: T): void {
  parts.set(loader, part);
}

/**
 * Loads a part unless it is there; gives `undefined` where nothing has to be waited for. Rejects where it cannot be had; it
 * is asked for again the next time.
 */
export function need<T>(loader: Loader<T> | undefined): Promise<void> | undefined {
  if (!loader || parts.has(loader)) return undefined;
  let promise = underWay.get(loader);
  if (!promise) {
    promise = loader()
      .then((module) => provide(loader, module.default))
      .finally(() => underWay.delete(loader));
    underWay.set(loader, promise);
  }
  return promise;
}
