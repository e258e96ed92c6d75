import { counted, type Locale } from '@sealmark/element-kit';

/** How old an audit of a year is, where that is five years and more; empty where it is not. Only a browser knows the day. */
export function age(year: string, locale: Locale): string {
  const count = new Date().getFullYear() - Number(year);
  return !year || count < 5 ? '' : counted(locale, 'age', count);
}

/** Lets an audit of a list that a build has drawn say how old it is. */
export function markAge(item: Element, locale: Locale): void {
  const words = age(item.querySelector('time')?.textContent ?? '', locale);
  if (!words) return;
  item.classList.add('old');
  const fine = item.querySelector('.fine');
  if (!fine) return;
  // Links to sources stand last.
  const link = fine.querySelector('a');
  fine.insertBefore(new Text(link ? `${words} ` : ` ${words}`), link);
}
