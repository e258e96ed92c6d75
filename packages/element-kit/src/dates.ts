import { once } from './once.ts';

/** A language that `Intl` understands; English where it does not. */
const known = (language: string): string =>
  once(`known ${language}`, () => {
    try {
      return Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch {
      return 'en';
    }
  });

/**
 * A date in words, as precise as it is given: `2022` stays a year, `2022-09` becomes "Sep 2022",
 * `2022-09-16` "16 Sep 2022" and its like in other languages. What is not a date comes back as it is.
 */
export const formatDate = (date: string, language: string): string =>
  once(`${date} ${language}`, () => inWords(date, language));

function inWords(date: string, language: string): string {
  const time = new Date(date);
  // Some engines take 31 February for a day in March; `toJSON` gives null for what is no day at all.
  if (!/^\d{4}(-\d\d){1,2}$/.test(date) || !time.toJSON()?.startsWith(date)) return date;
  const locale = known(language);
  const day = date.length > 7;
  // Plain English names no country, and so no order of its own: day before month, as in the rest of a record.
  const apart = locale === 'en' && day;
  const format = once(`${locale} ${day}`, () => {
    return new Intl.DateTimeFormat(locale, {
      ...(day && !apart && { day: 'numeric' }),
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
      // As the years that stand alone.
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
  });
  const words = format.format(time);
  return apart ? `${time.getUTCDate()} ${words}` : words;
}

/** How a list ends: as it began, "Android, iOS, Windows", or in a sentence, "apps and servers". */
type ListType = 'unit' | 'conjunction';

/** Several words as a list in a language: "Android, iOS, Windows", or as a `conjunction` "apps and servers". */
export const formatList = (words: readonly string[], language: string, type?: ListType): string =>
  listPieces(words, language, type).join('');

/** Such a list in pieces, each word as `show` gives it. */
export function listPieces(
  words: readonly string[],
  language: string,
  type: ListType = 'unit',
  show: (word: string, index: number) => unknown = (word) => word,
): unknown[] {
  // One word needs no language.
  if (words.length < 2) return words.map(show);
  const locale = known(language);
  // The units of `Intl` are no list of ours: Russian and Chinese put no comma between them.
  const style = type === 'unit' ? 'narrow' : 'long';
  let index = 0;
  return once(`${locale} ${type}`, () => new Intl.ListFormat(locale, { style }))
    .formatToParts(words)
    .map((part) => (part.type === 'element' ? show(part.value, index++) : part.value));
}
