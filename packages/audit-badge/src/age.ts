import { counted, finePrint, type Locale, type Speak } from '@sealmark/element-kit';

/**
 * How old an audit is that ended on a date, where that is five years and more; empty where it is not. Of a year alone it
 * is the calendar that counts. Only a browser knows the day.
 */
export function age(date: string, locale: Locale): string {
  const today = new Date().toJSON();
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  // This year its month, or its day, may have yet to come.
  const count = years - Number(today.slice(4, date.length) < date.slice(4));
  return !date || count < 5 ? '' : counted(locale, 'age', count);
}

/** Lets the audits of a list that a build has drawn say how old they are. */
export function markAges(root: ParentNode, speak: Speak): void {
  speak((locale) => {
    for (const item of root.querySelectorAll('.audits li:not(.old)')) {
      const time = item.querySelector('time');
      const words = time && age(time.dateTime || time.textContent, locale);
      if (!words) continue;
      item.className = 'old';
      item.lastElementChild?.append(finePrint(words));
    }
  });
}
