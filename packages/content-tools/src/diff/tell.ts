import { visible } from '../words.ts';
import type { Comparison } from './compare.ts';
import { groupBy, type Difference } from './kinds.ts';

/** How many reasons for a level are said; the rest stands above. */
const FEW = 3;

/** A comparison as people read it: what changed, by entry, and the level that it asks for. */
export function tell({ before, after, level, because, changes }: Comparison): string {
  if (changes.length === 0) return visible(`${before} and ${after} say the same.`);
  const width = changes.reduce((most, { kind }) => Math.max(most, kind.length), 0);
  const lines = [`From ${before} to ${after}:`];
  for (const [entry, group] of groupBy(changes, (change) => change.entry ?? '')) {
    lines.push('', entry ? `${group[0]!.name ?? entry} (${entry})` : 'The package');
    for (const change of group)
      lines.push(`  ${change.class.padEnd(6)} ${change.kind.padEnd(width)}  ${said(change)}`);
  }
  lines.push('', `${numbers(changes)}. This asks for a ${level} version, because of:`);
  lines.push(...because.slice(0, FEW).map(({ text }) => `  ${text}`));
  if (because.length > FEW) lines.push(`  and ${because.length - FEW} more`);
  return lines.map(visible).join('\n');
}

/** A change without the name of the entry, which stands above it. */
const said = ({ name, text }: Difference): string =>
  (name === undefined ? text : text.slice(`${name}: `.length)).replace(/\s+/g, ' ');

function numbers(changes: readonly Difference[]): string {
  const counts = ['safety', 'major', 'minor', 'patch'].flatMap((level) => {
    const number = changes.filter((change) => change.class === level).length;
    return number > 0 ? [`${number} ${level}`] : [];
  });
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}: ${counts.join(', ')}`;
}
