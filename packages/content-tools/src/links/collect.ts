import { addressesOf } from '../rules/addresses.ts';
import { isSafeAddress } from '../addresses.ts';
import type { Content } from '../content.ts';
import { definitionOf, kindOf } from '../content.ts';
import { pathInWords } from '../problems.ts';
import { field } from '../rules/rule.ts';
import { walk } from '../schema.ts';
import { place, type Place } from '../yaml.ts';

/** An address of the content, and where it stands. */
export interface Linked {
  /** Without the place in the document. */
  url: string;
  /** Where it stands first. */
  place: Place & { field: string };
  /** How often it stands there. */
  times: number;
  /** Whether it is a download of the makers, whose last host matters. */
  isDownload: boolean;
}

/** The addresses of the content, each once; those of the past are not asked for. */
export function collectLinks(content: Content): Linked[] {
  const found = new Map<string, Linked>();
  const files = [
    ...[...content.entries.values()].map((file) => [file, kindOf(file.data)] as const),
    ...[...content.guides.values()].map((file) => [file, 'guide'] as const),
    ...[...content.vocabularies].map(([name, file]) => [file, definitionOf(name)] as const),
    [content.criteria, 'criteria'] as const,
    [content.page, 'page'] as const,
  ];
  for (const [file, definition] of files) {
    if (file?.data === undefined || !definition) continue;
    for (const { path, url: written } of addressesOf(walk(definition, file.data))) {
      const url = written.replace(/#.*$/, '');
      if (!isSafeAddress(url)) continue;
      const isDownload =
        path[0] === 'downloads' &&
        field((field(file.data, 'downloads') as unknown[])[Number(path[1])], 'store') === 'vendor';
      const known = found.get(url);
      if (known) {
        known.times += 1;
        known.isDownload ||= isDownload;
      } else {
        const where = { ...place(file, path), field: pathInWords(path) };
        found.set(url, { url, place: where, times: 1, isDownload });
      }
    }
  }
  return [...found.values()];
}
