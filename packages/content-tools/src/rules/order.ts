import type { Path } from '../problems.ts';
import { field, listOf, type Rule } from './rule.ts';

/** Audits and former addresses stand newest first. */
export const order: Rule =
  (_, report) =>
  ({ file, definition }) => {
    if (definition !== 'messenger') return;
    const check = (path: Path, items: unknown[], date: string) => {
      let before: string | undefined;
      items.forEach((item, index) => {
        const written = field(item, date);
        // What has no date stands last.
        const day = typeof written === 'string' ? written.split('/').at(-1)! : '';
        if (before !== undefined && isLater(day, before))
          report(
            file,
            [...path, index, ...(day ? [date] : [])],
            `${day} stands below ${before || 'one without a date'}; put the newest first`,
          );
        before = day;
      });
    };
    check(['audits'], listOf(field(file.data, 'audits')), 'date');
    for (const name of ['links', 'downloads', 'specifications']) {
      const items = listOf(field(field(file.data, 'former'), name));
      check(['former', name], items, 'until');
    }
  };

function isLater(day: string, before: string): boolean {
  const length = Math.min(day.length, before.length);
  return before === '' ? day !== '' : day.slice(0, length) > before.slice(0, length);
}
