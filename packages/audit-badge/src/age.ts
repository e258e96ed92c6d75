import { counted, finePrint, type Locale, type Speak } from '@sealmark/element-kit';

/** How old an audit of a year is, where that is five years and more; empty where it is not. Only a browser knows the day. */
export function age(year: string, locale: Locale): string {
  const count = new Date().getFullYear() - Number(year);
  return !year || count < 5 ? '' : counted(locale, 'age', count);
}

/** Lets the audits of a list that a build has drawn say how old they are. */
export function markAges(root: ParentNode, speak: Speak): void {
  speak((locale) => {
    for (const item of root.querySelectorAll('.audits li:not(.old)')) {
      const words = age(item.querySelector('time')?.textContent ?? '', locale);
      if (!words) continue;
      item.className = 'old';
      item.lastElementChild?.append(finePrint(words));
    }
  });
}
