import { once } from './once.ts';

/** Words by key; `{name}` marks where a value goes. Keys that end in `-one`, `-few`, … are forms of a plural. */
export type Strings = Readonly<Record<string, string>>;

const registered = new Map<string, Strings>();

/**
 * Registers the words of a language for all elements, such as `registerStrings('de', { links: 'Verweise' })`. They go
 * before the words that come with the elements. Keys that are left out stay as they are. The keys are those of
 * `cardWords`, `auditWords` and `downloadWords`, which `draw.js` of the elements' packages exports.
 */
export function registerStrings(language: string, strings: Strings): void {
  const key = language.toLowerCase();
  registered.set(key, { ...registered.get(key), ...strings });
}

/** The words registered for a language; those of `de-AT` go before those of `de`. Empty where there are none. */
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

/** What a template is rendered with: its words and their language. */
export interface Locale {
  /** The words of a key; the key itself where there are none. */
  (key: string): string;
  /** The language of the words: that of the place, or `en` where there are no words in it. */
  readonly language: string;
  /** The language of the place: the nearest `lang`, or `en` where none is set. */
  readonly place: string;
}

/**
 * The words for a number of things, with the number in them: `sources-one` "1 source", `sources-other` "{count} sources".
 * The form is chosen as the language counts; `-other` stands in for a form that is not there.
 */
export function counted(locale: Locale, key: string, count: number): string {
  const { language } = locale;
  const rules = once(`plural ${language}`, () => new Intl.PluralRules(language));
  const form = `${key}-${rules.select(count)}`;
  const words = locale(form);
  return fill(words === form ? locale(`${key}-other`) : words, { count }).join('');
}
