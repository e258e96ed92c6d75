import type { Block, Change, Claim, Fact, Messenger, Source } from '@sealmark/schema';
import { plainTextOf } from './markdown.ts';
import { isRecord } from './schema.ts';

/** The labels that a change is told with. */
export interface Words {
  facts: ReadonlyMap<string, Fact>;
  /** Labels of the other vocabularies' terms, by vocabulary and id: `platforms/linux`. */
  terms: ReadonlyMap<string, string>;
}

/** One thing that a record says. */
interface Statement {
  /** What it is about: "Forward secrecy", "Download for Linux from Flathub". */
  subject: string;
  /** What it says, for programs. */
  value: unknown;
  /** What it says, in words. */
  words: string;
  /** Beside it: words, dates, sources. */
  rest?: unknown;
  sources?: readonly Source[];
  /** How weighty another value is. */
  weight: 'minor' | 'patch';
  /** How weighty it is that it came or went. The same, unless it is said. */
  presence?: 'minor' | 'patch';
  /** Where the value stands, from the statement's own path. */
  at?: string;
  /** What it said before, newest first. */
  past?: Claim['history'];
}

type Statements = Map<string, Statement>;

/** What differs between two states of a messenger, one change for each thing that it says. */
export function changesOfMessenger(before: Messenger, after: Messenger, words: Words): Change[] {
  const [old, now] = [before, after].map((record) => statementsOf(record, words)) as [
    Statements,
    Statements,
  ];
  const { id: entry, name } = after;
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((path): Change[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (!was || !is) {
      const { subject, value, words: said, sources, ...weights } = (is ?? was)!;
      const weight = weights.presence ?? weights.weight;
      const text = is
        ? `${name}: new: ${subject}${said && `: ${said}`}`
        : `${name}: no longer listed: ${subject}${said && `: ${said}`}`;
      return [
        change({
          entry,
          path,
          ...(is ? { after: value } : { before: value }),
          class: path.startsWith('/claims/') && !is ? 'major' : weight,
          text,
          source: sources?.[0],
        }),
      ];
    }
    const source = is.sources?.[0];
    if (!same(was.value, is.value)) {
      const held = heldUntil(was.value, is.past);
      const until = held ? ` (until ${held})` : '';
      return [
        change({
          entry,
          path: path + (is.at ?? ''),
          before: was.value,
          after: is.value,
          class: is.weight,
          text:
            is.words || was.words
              ? `${name}: ${is.subject}: now ${is.words || 'none'}; before ${was.words || 'none'}${until}`
              : `${name}: ${is.subject} changed`,
          source,
        }),
      ];
    }
    // That somebody looked again is told once, for the whole record.
    if (same(lookedAgain(was.rest), lookedAgain(is.rest))) return [];
    const still = is.at === '/url' ? 'same address; ' : is.at ? `still ${is.words}; ` : '';
    const text = `${name}: ${is.subject}: ${still}${kindsThatDiffer(was.rest, is.rest)} changed`;
    return [change({ entry, path, class: 'patch', text, source })];
  });
}

function change({
  source,
  text,
  ...fields
}: Omit<Change, 'source'> & { source: Source | undefined }): Change {
  // What is quoted may end its sentence itself.
  const sentence = /[.!?]”?$/.test(text) ? text : `${text}.`;
  return { ...fields, text: sentence, ...(source && { source }) };
}

/** What stands beside a value, but for the day on which it was looked through. */
const lookedAgain = (rest: unknown): unknown =>
  isRecord(rest) ? { ...rest, reviewed: undefined } : rest;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Which kinds of fields differ, in words. */
function kindsThatDiffer(before: unknown, after: unknown): string {
  const [a, b] = [before, after].map((rest) => (isRecord(rest) ? rest : {})) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const kinds: Record<string, string> = {
    sources: 'sources',
    asOf: 'dates',
    history: 'history',
  };
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => key !== 'reviewed' && !same(a[key], b[key]),
  );
  const said = [...new Set(names.map((key) => kinds[key] ?? 'wording'))].sort();
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0]!;
}

/** Everything that a record says, by the path of what says it. */
function statementsOf(record: Messenger, words: Words): Statements {
  const found: Statements = new Map();
  const add = (path: string, statement: Statement) => {
    // What has the same name twice is told apart by its place.
    let free = path;
    for (let count = 2; found.has(free); count += 1) free = `${path}+${count}`;
    found.set(free, statement);
  };
  const term = (vocabulary: string, id: string) => words.terms.get(`${vocabulary}/${id}`) ?? id;
  const text = (subject: string, blocks: readonly Block[]): Statement => ({
    subject,
    value: plainTextOf(blocks),
    words: '',
    weight: 'patch',
  });
  const plain = (
    subject: string,
    value: string | undefined,
    weight: Statement['weight'] = 'patch',
  ): Statement => ({
    subject,
    value: value ?? null,
    words: value ? `“${value}”` : '',
    weight,
  });

  add('/name', plain('name', record.name));
  add('/qualifier', plain('addition to the name', record.qualifier));
  add('/group', plain('section of the page', record.group));
  add('/tagline', plain('tagline', record.tagline));
  add('/summary', text('the summary', record.summary));
  add('/logo', { subject: 'the logo', value: record.logo, words: '', weight: 'patch' });
  const { name: maker, history: makers, sources: makerSources, ...makerRest } = record.developer;
  add('/developer', {
    subject: 'maker',
    value: maker,
    words: maker,
    rest: { ...makerRest, history: makers, sources: makerSources },
    sources: makerSources,
    weight: 'minor',
    at: '/name',
    past: makers,
  });
  const { state, history: states, sources: stateSources, ...stateRest } = record.lifecycle;
  add('/lifecycle', {
    subject: 'status',
    value: state,
    words: state,
    rest: { ...stateRest, history: states, sources: stateSources },
    sources: stateSources,
    weight: 'minor',
    at: '/state',
    past: states,
  });
  for (const { role, url, history, sources, ...rest } of record.links) {
    add(`/links/${role}`, {
      subject: term('link-roles', role),
      value: url,
      words: url,
      rest: { ...rest, history, sources },
      sources,
      weight: 'patch',
      presence: 'minor',
      at: '/url',
      past: history,
    });
  }
  for (const { platform, store, url, history, sources, ...rest } of record.downloads) {
    add(`/downloads/${platform}+${store}`, {
      subject: `download for ${term('platforms', platform)}, ${term('stores', store)}`,
      value: url,
      words: url,
      rest: { ...rest, history, sources },
      sources,
      weight: 'patch',
      presence: 'minor',
      at: '/url',
      past: history,
    });
  }
  for (const audit of record.audits) {
    const { title, date = 'no date', sources } = audit;
    add(`/audits/${escaped(title)}`, {
      subject: `audit “${title}”`,
      value: title,
      words: date.replace('/', ' to '),
      rest: audit,
      sources,
      weight: 'minor',
    });
  }
  for (const { title, url, history, sources } of record.specifications) {
    add(`/specifications/${escaped(title)}`, {
      subject: `specification “${title}”`,
      value: url,
      words: url,
      rest: { history, sources },
      sources,
      weight: 'patch',
      presence: 'minor',
      at: '/url',
      past: history,
    });
  }
  for (const [id, claim] of Object.entries(record.claims)) {
    const { value, sources, positions, history, ...rest } = claim;
    const fact = words.facts.get(id);
    add(`/claims/${id}`, {
      subject: fact?.label ?? id,
      value,
      words: inWords(value, fact),
      rest: { ...rest, positions, history, sources },
      sources: sources ?? positions?.[0]?.sources ?? [],
      weight: 'minor',
      at: '/value',
      past: history,
    });
  }
  for (const { fact, text: said } of record.highlights)
    add(`/highlights/${fact}`, {
      ...plain(`${words.facts.get(fact)?.label ?? fact}, on the card`, said),
      sources: record.claims[fact]?.sources ?? [],
    });
  for (const { id, heading, body, facts, ...rest } of record.notes) {
    add(`/notes/${id}`, {
      ...text(`the section “${heading}”`, body),
      rest: { heading, facts, ...rest },
      sources: rest.sources,
    });
  }
  for (const id of record.guides) add(`/guides/${id}`, plain('guide', term('guides', id)));
  for (const { date, text: said, sources } of record.events ?? []) {
    const value = plainTextOf(said);
    add(`/events/${date}`, {
      subject: `event of ${date}`,
      value,
      words: value,
      sources,
      weight: 'patch',
    });
  }
  add('/reviewed', {
    subject: 'last review',
    value: record.reviewed,
    words: `${record.reviewed}, next due by ${record.reviewBy}`,
    rest: [record.reviewBy, record.auditsReviewed],
    weight: 'patch',
  });
  return found;
}

/** Until when a value held, as far as a history tells of it, or else the last that it tells of. */
const heldUntil = (value: unknown, history: Claim['history'] = []): string | undefined =>
  (history.find((past) => same(past.value ?? past.url ?? past.name, value)) ?? history[0])?.until;

/** A part of a JSON pointer. */
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

const SAID: Record<string, string> = {
  partial: 'partly',
  'not-applicable': 'does not apply',
};

/** What a claim says, in words. */
function inWords(value: Claim['value'], fact: Fact | undefined): string {
  const { options = [], unit } = fact?.values ?? {};
  const one = (said: unknown) =>
    options.find(({ id }) => id === said)?.label ?? SAID[String(said)] ?? String(said);
  if (Array.isArray(value)) return value.map(one).join(', ');
  return typeof value === 'number' ? `${value} ${unit ?? ''}`.trim() : one(value);
}
