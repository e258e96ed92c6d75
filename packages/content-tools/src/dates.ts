/** Whether each day in a date exists. The date is a year, a month, a day, or two of them with a slash. */
export function isReal(date: string): boolean {
  return date.split('/').every((part) => {
    const [year = 0, month = 1, day = 1] = part.split('-').map(Number);
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  });
}

/** The number of days of a month, 1 to 12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a date lies after another, as far as both are known: 2022 is not after 2022-09-16. */
export function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** The day after a day. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The day a number of months later, or the last of that month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDay = Math.min(day, daysIn(toYear, toMonth));
  return [
    String(toYear).padStart(4, '0'),
    ...[toMonth, toDay].map((part) => String(part).padStart(2, '0')),
  ].join('-');
}
