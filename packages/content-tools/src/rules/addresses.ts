import { isSafeAddress } from '../addresses.ts';
import { linksOf } from '../markdown.ts';
import type { Path } from '../problems.ts';
import type { Visit } from '../schema.ts';
import type { Piece } from '../yaml.ts';

/** An address that readers are sent to, and where it stands. */
export interface Address {
  path: Path;
  url: string;
  /** The part of the value that it is; undefined where the value writes it otherwise, with signs of Markdown in it. */
  piece: Piece | undefined;
  /** Whether it is that of a source: cited as it was read. */
  isSource: boolean;
}

/** Several rules ask for the addresses of the same file. */
const known = new WeakMap<readonly Visit[], Address[]>();

/** The addresses of a file, in fields and in texts; not those of the past, which stay as they were. */
export function addressesOf(visits: readonly Visit[]): Address[] {
  const found = known.get(visits) ?? visits.flatMap(addressesIn);
  known.set(visits, found);
  return found;
}

function addressesIn({ path, value, definition }: Visit): Address[] {
  if (typeof value !== 'string' || path.includes('history') || path[0] === 'former') return [];
  const links =
    definition === 'httpsUrl'
      ? [{ url: value, offset: 0 }]
      : definition === 'richText'
        ? linksOf(value)
        : [];
  return links
    .filter(({ url }) => isSafeAddress(url))
    .map(({ url, offset }) => ({
      path,
      url,
      piece: offset === undefined ? undefined : { text: url, offset },
      isSource: path.includes('sources'),
    }));
}
