import { difference } from './changes.ts';
import type { Difference } from './kinds.ts';
import { changesOfSchema } from './schema.ts';
import type { Side } from './state.ts';

/** The levels of a version, least first. */
export const LEVELS = ['none', 'patch', 'minor', 'major'] as const;

export type Level = (typeof LEVELS)[number];

/** What differs between two sides. */
export interface Comparison {
  before: string;
  after: string;
  /** The least that the next version has to be. */
  level: Level;
  /** The changes that ask for that level. */
  because: Difference[];
  changes: Difference[];
}

/** What differs between two states of a package: its data, what it exports, the types of its fields. */
export function compare(before: Side, after: Side): Comparison {
  const changes = [
    ...changesOfExports(before.exports, after.exports),
    ...changesOfSchema(before.schema, after.schema),
    ...difference(before.state, after.state),
  ];
  // What is dangerous goes out at once, whatever the level.
  const levelOf = (change: Difference): Level =>
    change.class === 'safety' ? 'patch' : change.class;
  const level =
    LEVELS.findLast((candidate) => changes.some((change) => levelOf(change) === candidate)) ??
    'none';
  const because = changes.filter((change) => levelOf(change) === level);
  return { before: before.label, after: after.label, level, because, changes };
}

function changesOfExports(before?: string[], after?: string[]): Difference[] {
  if (!before || !after) return [];
  const path = (name: string) => `/exports/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return [
    ...before
      .filter((name) => !after.includes(name))
      .map((name): Difference => {
        const text = `The package no longer exports ${name}.`;
        return { path: path(name), before: name, class: 'major', text, kind: 'removed' };
      }),
    ...after
      .filter((name) => !before.includes(name))
      .map((name): Difference => {
        const text = `The package exports ${name}.`;
        return { path: path(name), after: name, class: 'minor', text, kind: 'added' };
      }),
  ];
}
