import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import type { Rule } from './rule.ts';

/** An address is written in one way only, the one that browsers make of it. */
export const canonical: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url } of addressesOf(visits)) {
      const { origin, pathname, search, hash } = new URL(url);
      const folders = pathname.replace(/\/{2,}/g, '/');
      const written = origin + (isAddress(pathname) ? pathname : folders) + search + hash;
      if (written === url) continue;
      report(file, path, `browsers read ${quote(url)} otherwise; write "${written}"`, {
        piece: { text: url, nth: 0 },
        fix: written,
      });
    }
  };

/** Whether a path holds a whole address, as those of archives do. */
const isAddress = (path: string): boolean => path.includes('https://') || path.includes('http://');
