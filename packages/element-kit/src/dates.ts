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
export function formatDate(date: string, language: string): string {
  if (!/^\d{4}(-\d\d){1,2}$/.test(date)) return date;
  return once(`${date} ${language}`, () => inWords(date, language));
}

function inWords(date: string, language: string): string {
  const time = new Date(date);
  // Some engines take 31 February for a day in March; `toJSON` gives null for what is no day at all.
  if (!time.toJSON()?.startsWith(date)) return date;
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

/** Several words as a list in a language: "Android, iOS, Windows", or as a `conjunction` "apps and servers". */
export function formatList(
  words: readonly string[],
  language: string,
  type: 'unit' | 'conjunction' = 'unit',
): string {
  const [only = ''] = words;
  if (words.length < 2) return only;
  const locale = known(language);
  const style = type === 'unit' ? 'short' : 'long';
  return once(`${locale} ${type}`, () => new Intl.ListFormat(locale, { type, style })).format(
    words,
  );
}
