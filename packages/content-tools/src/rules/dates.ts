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
] as const;

/** Days exist, and follow each other as they must. */
export const dates: Rule = (_, report) => {
  return ({ file, visits }) => {
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
        if (typeof a === 'string' && typeof b === 'string' && isAfter(a, b)) {
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
