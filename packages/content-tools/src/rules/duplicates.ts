import { idOf } from '../content.ts';
import type { Path } from '../problems.ts';
import { isRecord } from '../schema.ts';
import { quote } from '../words.ts';
import { field, listOf, type Rule } from './rule.ts';

/** An address stands once among an entry's sources, its links of one role and its downloads for one platform, and leads to one entry. */
export const duplicates: Rule = (_, report) => {
  /** The entry of each address that a reader is sent to. */
  const entries = new Map<string, string>();
  return ({ file, definition }) => {
    if (definition !== 'messenger' && definition !== 'guide') return;
    const sources = field(file.data, 'sources');
    const named = new Map<string, string>();
    for (const [name, source] of isRecord(sources) ? Object.entries(sources) : []) {
      // Without the place in it, which the citing fact names.
      const url = written(field(source, 'url'));
      if (url === undefined) continue;
      const other = named.get(url);
      if (other)
        report(
          file,
          ['sources', name, 'url'],
          `the source ${quote(other)} has this address as well; keep one of the two names`,
        );
      else named.set(url, name);
    }
    const id = idOf(file);
    const seen = new Map<string, Path>();
    for (const [list, key] of [
      ['links', 'role'],
      ['downloads', 'platform'],
    ] as const) {
      listOf(field(file.data, list)).forEach((item, index) => {
        const [url, kind] = [written(field(item, 'url')), field(item, key)];
        if (url === undefined || typeof kind !== 'string') return;
        const path = [list, index, 'url'];
        const again = seen.get(`${list} ${kind} ${url}`);
        const owner = entries.get(url);
        if (again)
          report(
            file,
            path,
            `the same address stands at item ${Number(again[1]) + 1} for ${quote(kind)}; delete one of the two`,
          );
        else if (owner !== undefined && owner !== id)
          report(
            file,
            path,
            `the entry ${quote(owner)} has this address as well; correct one of them`,
          );
        seen.set(`${list} ${kind} ${url}`, path);
        if (owner === undefined) entries.set(url, id);
      });
    }
  };
};

/** An address as browsers read it: with or without a slash after the host it is the same. Undefined for anything else. */
const written = (url: unknown): string | undefined =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).href : undefined;
