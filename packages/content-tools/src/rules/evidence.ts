import { isAfter } from '../dates.ts';
import type { Path } from '../problems.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import { field, listOf, type Rule } from './rule.ts';

/** Nobody read a source before it was published, and each source of an entry is cited by something. */
export const evidence: Rule =
  (_, report) =>
  ({ file, definition, visits }) => {
    if (definition !== 'messenger' && definition !== 'guide') return;
    const named = field(file.data, 'sources');
    const cited = new Set<string>();
    for (const { path, value, definition: name } of visits) {
      if (name === 'source' && typeof value === 'string') cited.add(value.split('#')[0]!);
      if (!isRecord(value) || typeof value.reviewed !== 'string') continue;
      const { reviewed } = value;
      const check = (sources: unknown, at: Path) =>
        listOf(sources).forEach((source, index) => {
          const full = typeof source === 'string' ? field(named, source.split('#')[0]!) : source;
          const date = field(full, 'date');
          if (typeof date === 'string' && isAfter(date, reviewed))
            report(
              file,
              [...at, 'sources', index],
              `the source is of ${date}, but was last looked at on ${reviewed}; correct one of the two dates`,
            );
        });
      check(value.sources, path);
      listOf(value.positions).forEach((position, index) =>
        check(field(position, 'sources'), [...path, 'positions', index]),
      );
    }
    for (const name of isRecord(named) ? Object.keys(named) : []) {
      if (!cited.has(name))
        report(
          file,
          ['sources', name],
          `nothing cites the source ${quote(name)}; cite it where it says so, or delete it`,
          { at: 'key' },
        );
    }
  };
