import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { facts } from '@sealmark/messengers/facts';
import type { Change, ClaimValue, MessengerRecord, ReleaseChanges, Source } from '@sealmark/schema';
import { entries, messengers } from './records.ts';
import { say } from './words.ts';

/** A change in words: what, and what it was before and is now; or a sentence. */
export interface Told {
  readonly what: string;
  /** The fact, where it is one. */
  readonly fact: string;
  readonly before: string;
  readonly after: string;
  readonly source: Source | null;
  readonly safety: boolean;
}

const read = (name: string): string =>
  readFileSync(fileURLToPath(import.meta.resolve(`@sealmark/messengers/${name}`)), 'utf8');

/** The changes of each version, the newest first. */
const releases = JSON.parse(read('changes.json')) as ReleaseChanges[];

/** Whether a change is one of wording, dates and sources only. */
const isQuiet = ({ path, before, after, class: weight }: Change): boolean =>
  weight !== 'safety' &&
  ((before === undefined && after === undefined) ||
    /^\/(notes|highlights|reviewed|summary|tagline)\b/.test(path));

/** The sentence of a change without the name of its entry. */
function sentence({ text }: Change, name: string): string {
  const words = (text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text)
    .replace(/^new: event of [\d-]+: /, '')
    .replace(/^new: /, 'New: ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const words = (value: unknown): value is string | number =>
  ['string', 'number'].includes(typeof value);

function tell(change: Change, name: string): Told {
  const { path, before, after, source, class: weight } = change;
  const [, field, id = ''] = path.split('/');
  const fact = field === 'claims' ? facts.find((term) => term.id === id) : undefined;
  const rest = { source: source ?? null, safety: weight === 'safety', fact: fact?.id ?? '' };
  const value = (side: unknown) =>
    side == null
      ? ''
      : fact
        ? say(fact, side as ClaimValue).words
        : String(side).replace(/^not-met$/, 'not met');
  if (fact && after != null) {
    return { ...rest, what: fact.label, before: value(before), after: value(after) };
  }
  const said = sentence(change, name);
  const [, what] = /^(.+?): (?:now|met|not met|unknown)\b/.exec(said) ?? [];
  return what && words(before) && words(after)
    ? { ...rest, what, before: value(before), after: value(after) }
    : { ...rest, what: said, before: '', after: '' };
}

/** What changed in an entry with a version. */
function entryChanges(changes: readonly Change[], record: MessengerRecord | undefined, id: string) {
  const name = record?.name ?? id;
  const quiet = changes.filter(isQuiet);
  return {
    id,
    name,
    told: changes
      .filter((change) => !isQuiet(change) && !change.path.startsWith('/events/'))
      .map((change) => tell(change, name)),
    quiet: quiet.map((change) => sentence(change, name)),
  };
}

/** The changes by version and entry, the newest version first. */
export const versions = releases.map(({ version, state, changes }) => {
  const released = version !== 'unreleased';
  const general = changes.filter(({ entry }) => entry === undefined);
  return {
    id: released ? `v${version.replaceAll('.', '-')}` : version,
    heading: released ? `Version ${version}` : 'Not yet released',
    state,
    general: general.map((change) => tell(change, '')),
    entries: [...Map.groupBy(changes, ({ entry = '' }) => entry)]
      .filter(([id]) => id !== '')
      .map(([id, some]) => entryChanges(some, entries.get(id), id)),
  };
});

/** What happened to the messengers, the newest first: for the front page. */
export const events = messengers
  .flatMap((record) => (record.events ?? []).map((event) => ({ ...event, record })))
  .sort((a, b) => b.date.localeCompare(a.date));

/** The feeds: one for all, one for each entry. */
export const feeds = [
  { id: '', path: '/changes/feed.atom', title: 'Sealmark: what changed', versions },
  ...[...entries.values()].map(({ id, name }) => ({
    id,
    path: `/changes/${id}.atom`,
    title: `Sealmark: what changed in ${name}`,
    versions: versions.map((version) => ({
      ...version,
      general: [],
      entries: version.entries.filter((entry) => entry.id === id),
    })),
  })),
].map((feed) => ({
  ...feed,
  updated: feed.versions[0]?.state ?? '',
}));
