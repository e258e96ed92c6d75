import MiniSearch, { type SearchResult } from 'minisearch';

/** A place of the site that can be found. */
export interface Found {
  /** The address from the site’s root, without a slash at its start. */
  readonly url: string;
  readonly title: string;
  /** What it is, or what it is a part of. */
  readonly kind: string;
  readonly text: string;
}

/** More results than this nobody reads. */
export const most = 40;

/** Words of questions, which tell nothing about an answer. */
const idle = new Set(
  'a an and any are can do does for has have how i in is it its me my of on one or that the there to what when where which who with you'.split(
    ' ',
  ),
);

/** What readers write for words that stand here. */
const others = new Map([
  ['e2e', ['end', 'encrypted']],
  ['e2ee', ['end', 'encrypted']],
  ['fs', ['forward', 'secrecy']],
  ['pfs', ['forward', 'secrecy']],
  ['pcs', ['post', 'compromise']],
  ['pqc', ['post', 'quantum']],
  ['selfhost', ['own', 'server']],
  ['selfhosted', ['own', 'server']],
  ['selfhosting', ['own', 'server']],
]);

function processTerm(text: string): string | string[] | null {
  const term = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return idle.has(term) ? null : (others.get(term) ?? term);
}

/**
 * Searches in places: gives the best first. Every word counts, its beginning is enough, a slip of the pen is forgiven.
 * Where no place has all the words, those that have some of them are given.
 */
export function createSearch(places: readonly Found[]): (query: string) => Found[] {
  const index = new MiniSearch<Found>({
    idField: 'url',
    fields: ['title', 'kind', 'anchor', 'text'],
    // An anchor is the name that a thing has in the record, often the one that experts use.
    extractField: (place, field) =>
      field === 'anchor' ? place.url.replace(/^[^#]*/, '') : place[field as keyof Found],
    processTerm,
    searchOptions: {
      boost: { title: 4, kind: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(places);
  const byUrl = new Map(places.map((place) => [place.url, place]));
  return (query) => {
    const whole = index.search(query, { combineWith: 'AND' });
    return (whole.length ? whole : index.search(query))
      .slice(0, most)
      .flatMap(({ id }: SearchResult) => byUrl.get(id as string) ?? []);
  };
}
