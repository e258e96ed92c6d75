import { counted, finePrint, type Locale, type Speak } from '@sealmark/element-kit';

/**
 * How old an audit is that ended on a date, where that is five years and more; empty where it is not. A year alone counts
 * from its first day, as the calendar does. Only a browser knows the day.
 */
export function age(date: string, locale: Locale): string {
  const years = new Date(new Date().getTime() - Date.parse(date)).getUTCFullYear() - 1970;
  return years > 4 ? counted(locale, 'age', years) : '';
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
