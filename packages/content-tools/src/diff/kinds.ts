import type { Change } from '@sealmark/schema';

/** What happened to a thing. */
export type Kind =
  | 'added'
  | 'removed'
  /** An entry or a value of it stands elsewhere now. */
  | 'moved'
  | 'withdrawn'
  | 'renamed'
  | 'relabelled'
  | 'changed'
  | 'verdict'
  | 'wording'
  /** Other dates, sources or history. */
  | 'evidence'
  | 'evidence-lost'
  /** What changed beside a value that changed. */
  | 'beside'
  /** What was listed once is kept. */
  | 'kept'
  | 'reviewed'
  | 'reordered'
  /** A vocabulary, the criteria or the page. */
  | 'vocabulary';

/** A change, and of what kind it is. */
export interface Difference extends Change {
  kind: Kind;
  /** The name of the entry, with which the text begins. */
  name?: string;
}

const QUIET: readonly Kind[] = [
  'evidence-lost',
  'beside',
  'kept',
  'reviewed',
  'reordered',
  'vocabulary',
];

/** Whether a change is for those who make a package alone: its readers see nothing else than before. */
export const isQuiet = (kind: Kind): boolean => QUIET.includes(kind);

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two lists hold the same in another order. */
export function isOtherOrder(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || same(before, after)) return false;
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  return same(sorted(before), sorted(after));
}

/** Whether what two lists have in common stands in another order. */
export function inAnotherOrder(before: readonly string[], after: readonly string[]): boolean {
  const common = (list: readonly string[], other: readonly string[]) => {
    const known = new Set(other);
    return list.filter((item) => known.has(item));
  };
  return !same(common(before, after), common(after, before));
}

/** Things by what they have in common, in the order in which they come. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
