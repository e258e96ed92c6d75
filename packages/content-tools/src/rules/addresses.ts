import { isSafeAddress } from '../addresses.ts';
import { toRichText } from '../markdown.ts';
import type { Path } from '../problems.ts';
import type { Block, Inline } from '@sealmark/schema';
import type { Visit } from '../schema.ts';

/** An address that readers are sent to, and where it stands. */
export interface Address {
  path: Path;
  url: string;
  /** Whether it is that of a source: cited as it was read. */
  isSource: boolean;
}

/** The addresses of a file, in fields and in texts; not those of the past, which stay as they were. */
export function addressesOf(visits: readonly Visit[]): Address[] {
  return visits.flatMap(({ path, value, definition }) => {
    if (typeof value !== 'string' || path.includes('history') || path[0] === 'former') return [];
    const urls =
      definition === 'httpsUrl'
        ? [value]
        : definition === 'richText' && value.includes('](')
          ? linksOf(toRichText(value).blocks)
          : [];
    return urls
      .filter(isSafeAddress)
      .map((url) => ({ path, url, isSource: path.includes('sources') }));
  });
}

const linksOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    (block.type === 'list' ? block.items : [block.children]).flatMap((items) =>
      items.flatMap(inlineLinks),
    ),
  );

function inlineLinks(node: Inline): string[] {
  if (typeof node === 'string' || node.type === 'code') return [];
  return [...(node.type === 'link' ? [node.url] : []), ...node.children.flatMap(inlineLinks)];
}
