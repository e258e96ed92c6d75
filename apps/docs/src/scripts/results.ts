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
const most = 40;

/** Searches in places: gives the best first. Every word counts, its beginning is enough, a slip of the pen is forgiven. */
export function createSearch(places: readonly Found[]): (query: string) => Found[] {
  const index = new MiniSearch<Found>({
    idField: 'url',
    fields: ['title', 'kind', 'text'],
    searchOptions: {
      boost: { title: 4, kind: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(places);
  const byUrl = new Map(places.map((place) => [place.url, place]));
  return (query) =>
    index
      .search(query)
      .slice(0, most)
      .flatMap(({ id }: SearchResult) => byUrl.get(id as string) ?? []);
}
