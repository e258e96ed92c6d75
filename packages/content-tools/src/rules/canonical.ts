import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import type { Rule } from './rule.ts';

/** An address is written as browsers read it; a host alone may go without the slash after it. */
export const canonical: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url, piece } of addressesOf(visits)) {
      const { origin, pathname, search, hash } = new URL(url);
      const folders = pathname.replace(/\/{2,}/g, '/');
      const written = origin + (isAddress(pathname) ? pathname : folders) + search + hash;
      if (written === url || (written === `${url}/` && url === origin)) continue;
      report(file, path, `browsers read ${quote(url)} otherwise; write "${written}"`, {
        piece,
        fix: written,
      });
    }
  };

/** Whether a path holds a whole address, as those of archives do. */
const isAddress = (path: string): boolean => path.includes('https://') || path.includes('http://');
