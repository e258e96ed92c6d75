import { daysIn, isAfter, isReal } from '../dates.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import { listOf, field, type Rule } from './rule.ts';

const DATES = ['date', 'partialDate', 'auditDate'];

/** Fields of one thing that cannot lie the other way round: earlier, later, and what that means. */
const PAIRS = [
  ['asOf', 'reviewed', 'the evidence cannot be younger than its review'],
  ['from', 'until', 'the past starts before it ends'],
  ['listed', 'since', 'it was listed before it was withdrawn'],
  ['date', 'reviewed', 'nobody reads what is not made yet'],
] as const;

/** The oldest review that a file is judged by: of the facts that its card shows, or of the sections of a guide. */
function reviewedOf(data: unknown): string | undefined {
  const shown = listOf(field(data, 'highlights')).map((item) =>
    field(field(data, 'claims'), String(field(item, 'fact'))),
  );
  return [...shown, ...listOf(field(data, 'sections'))]
    .map((item) => field(item, 'reviewed'))
    .filter((day) => typeof day === 'string')
    .sort()[0];
}

/** Days exist, and follow each other as they must. */
export const dates: Rule = (_, report) => {
  return ({ file, visits }) => {
    const [reviewed, reviewBy] = [reviewedOf(file.data), field(file.data, 'reviewBy')];
    if (reviewed !== undefined && typeof reviewBy === 'string' && isAfter(reviewed, reviewBy))
      report(
        file,
        ['reviewBy'],
        `the next review is due by ${reviewBy}, before the last one of ${reviewed}; write the day by which to look again`,
      );
    for (const { path, value, definition } of visits) {
      if (
        typeof value === 'string' &&
        DATES.includes(definition ?? '') &&
        /^[\d/-]+$/.test(value)
      ) {
        if (!isReal(value))
          report(file, path, `${quote(value)} is not a day of the calendar; ${lastDay(value)}`);
        const [from, to] = value.split('/');
        if (from && to && isAfter(from, to))
          report(file, path, `${quote(value)} ends before it starts; write the earlier date first`);
      }
      if (!isRecord(value)) continue;
      for (const [early, late, reason] of PAIRS) {
        const [a, b] = [value[early], value[late]];
        // Of two days with a slash the last one counts.
        if (typeof a === 'string' && typeof b === 'string' && isAfter(a.split('/').at(-1)!, b)) {
          report(
            file,
            [...path, early],
            `${early} is ${a} and ${late} is ${b}, but ${reason}; correct one of them`,
          );
        }
      }
      listOf(value.events).forEach((event, index, all) => {
        const [newer, older] = [field(all[index - 1], 'date'), field(event, 'date')];
        if (typeof newer === 'string' && typeof older === 'string' && isAfter(older, newer)) {
          report(
            file,
            [...path, 'events', index, 'date'],
            `this happened in ${older}, after what stands above it (${newer}); put the newest first`,
          );
        }
      });
      listOf(value.history).forEach((past, index, all) => {
        const [newer, older] = [field(all[index - 1], 'until'), field(past, 'until')];
        if (typeof newer === 'string' && typeof older === 'string' && isAfter(older, newer)) {
          report(
            file,
            [...path, 'history', index, 'until'],
            `this ended in ${older}, after what stands above it (${newer}); put the newest first`,
          );
        }
      });
    }
  };
};

function lastDay(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month >= 1 && month <= 12
    ? `that month has ${daysIn(year, month)} days`
    : 'write a real one';
}
