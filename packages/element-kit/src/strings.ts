/** Words by key; `{name}` marks where a value goes. */
export type Strings = Readonly<Record<string, string>>;

const registered = new Map<string, Strings>();

/**
 * Registers the words of a language for all elements, such as `registerStrings('de', { links: 'Verweise' })`.
 * Keys that are left out stay English. The keys are those of `cardWords`, `auditWords` and `downloadWords`, which the
 * packages of the elements export.
 */
export function registerStrings(language: string, strings: Strings): void {
  const key = language.toLowerCase();
  registered.set(key, { ...registered.get(key), ...strings });
}

/** The words registered for a language; those of `de-AT` go before those of `de`. */
export function registeredStrings(language: string): Strings {
  const parts = language.toLowerCase().split('-');
  return Object.assign(
    {},
    ...parts.map((_, index) => registered.get(parts.slice(0, index + 1).join('-'))),
  );
}

/** The words as pieces, with each `{name}` replaced by its value: a string, a number or a template. */
export function fill(words: string, values: Readonly<Record<string, unknown>>): unknown[] {
  return words.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? values[piece] : piece));
}

/** What a template is rendered with: its words and its language. */
export interface Locale {
  /** The words of a key. */
  (key: string): string;
  /** A language tag, as in `lang`. */
  readonly language: string;
}
