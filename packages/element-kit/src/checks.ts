/** Data of which nothing is known yet. */
export type Data = Readonly<Record<string, unknown>>;
/** Tells whether a value is what it should be. */
export type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, Check>>;

/** Whether a value is an object, and no list. */
export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string, of a pattern if there is one. */
export const text =
  (pattern?: RegExp): Check =>
  (value) =>
    typeof value === 'string' && (!pattern || pattern.test(value));

/** A list whose members all pass. */
export const list =
  (check: Check): Check =>
  (value) =>
    // A hole in a list is no member that would pass.
    Array.isArray(value) && Array.from(value).every((item) => check(item));

/** An object that has all of `needs`, and whatever it has of `may`. */
export const object = (needs: Checks, may: Checks = {}): Check => {
  const [needed, allowed] = [Object.entries(needs), Object.entries(may)];
  return (value) =>
    isObject(value) &&
    needed.every(([name, check]) => check(value[name])) &&
    allowed.every(([name, check]) => value[name] == null || check(value[name]));
};
