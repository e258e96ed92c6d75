import type { Comparison } from './compare.ts';
import type { Difference } from './kinds.ts';

/** How many reasons for a level are said; the rest stands above. */
const FEW = 3;

/** A comparison as people read it: what changed, by entry, and the level that it asks for. */
export function tell({ before, after, level, because, changes }: Comparison): string {
  if (changes.length === 0) return `${before} and ${after} say the same.`;
  const groups = new Map<string, Difference[]>();
  for (const change of changes) {
    const name = change.entry ? change.text.split(': ')[0]! : 'The package';
    // One group for each entry, under the name that it has now.
    const key = change.entry ?? '';
    const title = `${name}${change.entry ? ` (${change.entry})` : ''}`;
    const group = [...groups.keys()].find((known) => known.endsWith(`(${key})`)) ?? title;
    groups.set(group, [...(groups.get(group) ?? []), change]);
  }
  const width = Math.max(...changes.map(({ kind }) => kind.length));
  const lines = [`From ${before} to ${after}:`];
  for (const [title, group] of groups) {
    lines.push('', title);
    for (const change of group)
      lines.push(`  ${change.class.padEnd(6)} ${change.kind.padEnd(width)}  ${said(change)}`);
  }
  lines.push('', `${numbers(changes)}. This asks for a ${level} version, because of:`);
  lines.push(...because.slice(0, FEW).map(({ text }) => `  ${text}`));
  if (because.length > FEW) lines.push(`  and ${because.length - FEW} more`);
  return lines.join('\n');
}

/** A change without the name of the entry, which stands above it. */
const said = ({ entry, text }: Difference): string => {
  const short = entry ? text.slice(text.indexOf(': ') + 2) : text;
  return short.replace(/\s+/g, ' ');
};

function numbers(changes: readonly Difference[]): string {
  const counts = ['safety', 'major', 'minor', 'patch'].flatMap((level) => {
    const number = changes.filter((change) => change.class === level).length;
    return number > 0 ? [`${number} ${level}`] : [];
  });
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}: ${counts.join(', ')}`;
}
