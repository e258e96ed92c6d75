import { formatDate, hostOf } from '@sealmark/element-kit';
import { sourceKinds } from '@sealmark/messengers/facts';
import type { Source } from '@sealmark/schema';
import type { Answer } from './criteria.ts';
import { period } from './words.ts';

/** A document, and the places in it that are cited. */
interface Cited {
  readonly source: Source;
  readonly host: string;
  readonly kind: string;
  readonly places: { readonly url: string; readonly name: string }[];
}

/** Kinds of sources that a reader should know of at once. */
const told = ['vendor', 'secondary'];

/** Sources as documents: several lines of one document stand together. */
function documents(sources: readonly Source[]): Cited[] {
  const found = new Map<string, Cited>();
  for (const source of sources) {
    const [address = '', line] = source.url.split(/#L(?=\d)/);
    const cited = found.get(address) ?? {
      source,
      host: hostOf(source.url),
      kind: told.includes(source.kind)
        ? (sourceKinds.find(({ id }) => id === source.kind)?.label ?? '')
        : '',
      places: [],
    };
    if (line && !cited.places.some(({ url }) => url === source.url)) {
      cited.places.push({ url: source.url, name: line.replace(/-L?/, '–') });
    }
    found.set(address, cited);
  }
  return [...found.values()];
}

/** What each verdict is shown as: a glyph of ours and a word. */
const verdicts: Record<string, { readonly glyph: string; readonly word: string }> = {
  met: { glyph: 'full', word: 'Met' },
  'not-met': { glyph: 'no', word: 'Not met' },
  unknown: { glyph: 'unknown', word: 'Unknown' },
  'not-applicable': { glyph: 'open none', word: 'Does not apply' },
};

/** The filters of the templates. */
export const filters = {
  date: (date: string) => formatDate(date, 'en'),
  period,
  host: hostOf,
  documents,
  glyph: (verdict: string) => verdicts[verdict]?.glyph ?? 'unknown',
  word: (verdict: string) => verdicts[verdict]?.word ?? 'Unknown',
  /** The criteria that were answered in this way. */
  answered: (answers: readonly Answer[], verdict: string) =>
    answers.filter((answer) => answer.verdict === verdict).map(({ criterion }) => criterion),
  /** JSON that may stand in a script element. */
  json: (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c'),
  /** Whether a text is an address that a link may have. */
  address: (text: string) => /^https:\/\/\S+$/.test(text),
  /** The day of a date that may be a year or a month only, as a point in time for feeds. */
  instant: (date: string) => `${date}${'-01-01'.slice(date.length - 4 || 6)}T00:00:00Z`,
};
