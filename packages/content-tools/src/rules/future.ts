import { dayAfter, isAfter } from '../dates.ts';
import { quote } from '../words.ts';
import type { Rule } from './rule.ts';

const DATES = ['date', 'partialDate', 'auditDate'];

/** Nothing is dated after today, but for the day on which somebody has to look again. */
export const future: Rule =
  (_, report, { today = '' }) =>
  ({ file, definition, visits }) => {
    if (definition === 'exceptions') return;
    // Somewhere it is tomorrow already: a date of the coming day is no slip.
    const latest = dayAfter(today);
    for (const { path, value, definition } of visits) {
      if (typeof value !== 'string' || !DATES.includes(definition ?? '')) continue;
      if (path.at(-1) === 'reviewBy' || !/^[\d/-]+$/.test(value)) continue;
      if (value.split('/').some((day) => isAfter(day, latest)))
        report(file, path, `${quote(value)} lies in the future; write a day that has come`);
    }
  };
