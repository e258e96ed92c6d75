import { plainTextOf, toRichText } from '../markdown.ts';
import type { Visit } from '../schema.ts';
import type { Rule } from './rule.ts';

/** How many characters fit, by the name of the field: on a card, in a table, in a list. */
const MOST: Record<string, number> = {
  qualifier: 30,
  label: 60,
  short: 30,
  heading: 80,
  title: 140,
  summary: 240,
  alt: 120,
  explanation: 400,
  why: 300,
};

/** What has little room is short enough for it. */
export const lengths: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, value, definition } of visits) {
      const name = path.at(-1);
      const most = typeof name === 'string' && Object.hasOwn(MOST, name) ? MOST[name] : undefined;
      if (most === undefined || typeof value !== 'string' || path.includes('history')) continue;
      const length = [...textOf(value, definition)].length;
      if (length <= most) continue;
      report(file, path, `the text has ${length} characters, and ${most} have room; cut it`);
    }
  };

const textOf = (value: string, definition: Visit['definition']): string =>
  definition === 'richText' ? plainTextOf(toRichText(value).blocks) : value;
