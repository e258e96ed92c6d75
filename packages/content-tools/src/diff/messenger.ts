import type { Block, Claim, Fact, Messenger, Source } from '@sealmark/schema';
import { plainTextOf } from '../markdown.ts';
import { isRecord } from '../schema.ts';
import { documentsOf } from '../card.ts';
import { inAnotherOrder, same, type Difference, type Kind } from './kinds.ts';

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
  /** The same with its marking and links, for texts. */
  exact?: readonly Block[];
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
  /** What it is called when the value differs. The usual is `changed`, and `wording` for a text. */
  kind?: Kind;
  /** Whether it only keeps what was listed once, so that its coming is told by what went. */
  isKept?: true;
  /** Whether its sources are those of a claim, which tells of them. */
  isBorrowing?: true;
}

type Statements = Map<string, Statement>;

/** What differs between two states of a messenger, one change for each thing that it says. */
export function changesOfMessenger(
  before: Messenger,
  after: Messenger,
  words: Words,
): Difference[] {
  const [old, now] = [before, after].map((record) => statementsOf(record, words)) as [
    Statements,
    Statements,
  ];
  const { id: entry, name } = after;
  const paths = [...new Set([...now.keys(), ...old.keys()])];
  return [
    ...paths.flatMap((path) => {
      const [was, is] = [old.get(path), now.get(path)];
      return was && is
        ? changesOfStatement(path, was, is, { entry, name })
        : comeOrGone(path, was, is, { entry, name });
    }),
    ...changesOfOrder(before, after),
  ];
}

type Whose = { entry: string; name: string };

/** What the record says for the first time, or no longer. */
function comeOrGone(
  path: string,
  was: Statement | undefined,
  is: Statement | undefined,
  { entry, name }: Whose,
): Difference[] {
  const { subject, value, words: said, sources, isKept, ...weights } = (is ?? was)!;
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
      kind: isKept ? 'kept' : is ? 'added' : 'removed',
    }),
  ];
}

/** Another value; beside it or alone other words, dates and sources; and evidence that is no longer there. */
function changesOfStatement(
  path: string,
  was: Statement,
  is: Statement,
  { entry, name }: Whose,
): Difference[] {
  const source = is.sources?.[0];
  const isSame = same([was.value, was.exact], [is.value, is.exact]);
  const changes: Difference[] = [];
  if (!isSame) {
    const held = heldUntil(was.value, is.past);
    const until = held ? ` (until ${held})` : '';
    const inWords = is.words || was.words;
    changes.push(
      change({
        entry,
        path: path + (is.at ?? ''),
        before: was.value,
        after: is.value,
        class: is.weight,
        text: inWords
          ? `${name}: ${is.subject}: now ${is.words || 'none'}; before ${was.words || 'none'}${until}`
          : `${name}: ${is.subject} changed`,
        source,
        kind: is.kind ?? (inWords ? 'changed' : 'wording'),
      }),
    );
  }
  const labels = [was, is].map(({ rest }) => (isRecord(rest) ? rest.label : undefined));
  if (!same(labels[0], labels[1])) {
    const [before, after] = labels.map((label) => (label === undefined ? 'none' : `“${label}”`));
    changes.push(
      change({
        entry,
        path: `${path}/label`,
        ...(labels[0] !== undefined && { before: labels[0] }),
        ...(labels[1] !== undefined && { after: labels[1] }),
        class: 'patch',
        text: `${name}: ${is.subject}: labelled ${after} now; before ${before}.`,
        source,
        kind: 'relabelled',
      }),
    );
  }
  const [before, after] = [was.rest, is.rest].map((rest) => without(rest, 'label', 'reviewed'));
  if (!same(before, after)) {
    const said = kindsThatDiffer(before, after);
    const still = is.at === '/url' ? 'same address; ' : is.at ? `still ${is.words}; ` : '';
    changes.push(
      change({
        entry,
        path,
        class: 'patch',
        text: `${name}: ${is.subject}: ${isSame ? still : 'also '}${said} changed`,
        source,
        kind: !isSame ? 'beside' : /wording/.test(said) ? 'wording' : 'evidence',
      }),
    );
  } else if (!same(was.rest, is.rest) && same(labels[0], labels[1])) {
    const text = `${name}: ${is.subject}: looked through again, and found unchanged.`;
    changes.push(change({ entry, path, class: 'patch', text, source, kind: 'reviewed' }));
  }
  if (is.isBorrowing) return changes;
  const cited = documentsOf([is.rest, { sources: is.sources ?? [] }]);
  for (const url of documentsOf([was.rest, { sources: was.sources ?? [] }])) {
    if (cited.has(url)) continue;
    const text = `${name}: ${is.subject}: evidence lost: ${url} is no longer cited.`;
    changes.push(
      change({
        entry,
        path: `${path}/sources`,
        before: url,
        class: 'patch',
        text,
        source: undefined,
        kind: 'evidence-lost',
      }),
    );
  }
  return changes;
}

/** What a list is called, and what tells its items apart. */
const LISTS: Record<string, { words: string; keys: string[] }> = {
  links: { words: 'links', keys: ['role', 'url'] },
  downloads: { words: 'downloads', keys: ['platform', 'store'] },
  officialHosts: { words: 'official hosts', keys: [] },
  audits: { words: 'audits', keys: ['title'] },
  specifications: { words: 'specifications', keys: ['title'] },
  highlights: { words: 'highlights', keys: ['fact'] },
  notes: { words: 'sections', keys: ['id'] },
  guides: { words: 'guides', keys: [] },
  events: { words: 'events', keys: ['date'] },
};

/** Lists that hold the same, the other way round. */
function changesOfOrder(before: Messenger, after: Messenger): Difference[] {
  return Object.entries(LISTS).flatMap(([list, { words, keys }]): Difference[] => {
    const [was, is] = [before, after].map((record) =>
      ((record as unknown as Record<string, unknown[]>)[list] ?? []).map((item) =>
        isRecord(item) ? keys.map((key) => item[key]).join(' ') : String(item),
      ),
    ) as [string[], string[]];
    if (!inAnotherOrder(was, is)) return [];
    const text = `${after.name}: ${words}: in another order.`;
    return [{ entry: after.id, path: `/${list}`, class: 'patch', text, kind: 'reordered' }];
  });
}

function change({
  source,
  text,
  ...fields
}: Omit<Difference, 'source'> & { source: Source | undefined }): Difference {
  // What is quoted may end its sentence itself.
  const sentence = /[.!?]”?$/.test(text) ? text : `${text}.`;
  return { ...fields, text: sentence, ...(source && { source }) };
}

const without = (rest: unknown, ...names: string[]): unknown =>
  isRecord(rest)
    ? Object.fromEntries(Object.entries(rest).filter(([name]) => !names.includes(name)))
    : rest;

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
  const said = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !same(a[key], b[key]))
    .map((key) => {
      const [x, y] = [a[key], b[key]].map((list) =>
        Array.isArray(list) ? list.map((item) => JSON.stringify(item)) : [],
      ) as [string[], string[]];
      const isOrder =
        x.length === y.length && inAnotherOrder(x, y) && x.every((i) => y.includes(i));
      return isOrder ? `order of ${kinds[key] ?? key}` : (kinds[key] ?? 'wording');
    });
  const names = [...new Set(said)].sort();
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]!;
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
    exact: blocks,
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

  add('/name', { ...plain('name', record.name), kind: 'renamed' });
  add('/qualifier', plain('addition to the name', record.qualifier));
  add('/group', { ...plain('section of the page', record.group), kind: 'moved' });
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
  /** An address: another one is a patch; one more, or one less, is minor. */
  const address = (
    path: string,
    subject: string,
    {
      url,
      history,
      sources,
      ...rest
    }: Pick<Messenger['links'][number], 'url' | 'history' | 'sources'>,
  ): void =>
    add(path, {
      subject,
      value: url,
      words: url,
      rest: { ...rest, history, sources },
      sources,
      weight: 'patch',
      presence: 'minor',
      at: '/url',
      past: history,
    });
  for (const { role, ...link } of record.links)
    address(`/links/${role}`, term('link-roles', role), link);
  for (const { platform, store, ...download } of record.downloads) {
    const subject = `download for ${term('platforms', platform)}, ${term('stores', store)}`;
    address(`/downloads/${platform}+${store}`, subject, download);
  }
  add('/officialHosts', {
    subject: 'hosts of the makers',
    value: [...record.officialHosts].sort(),
    words: record.officialHosts.join(', '),
    weight: 'patch',
  });
  for (const audit of record.audits) {
    const { title, date = 'without a date', sources } = audit;
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
      isBorrowing: true,
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
      exact: said,
      words: value,
      sources,
      weight: 'patch',
    });
  }
  for (const [list, items] of Object.entries(record.former ?? {})) {
    for (const item of items) {
      const { url, until: end, sources, ...rest } = item;
      const identity =
        'platform' in item
          ? `${item.platform}+${item.store}`
          : 'role' in item
            ? item.role
            : item.title;
      add(`/former/${list}/${escaped(identity)}`, {
        subject: `listed until ${end}`,
        value: url,
        words: url,
        rest: { ...rest, until: end, sources },
        sources,
        weight: 'patch',
        at: '/url',
        isKept: true,
      });
    }
  }
  for (const [name, value] of Object.entries(record)) {
    if (!TOLD.has(name))
      add(`/${escaped(name)}`, { subject: name, value, words: '', weight: 'patch' });
  }
  add('/reviewed', {
    subject: 'last review',
    value: record.reviewed,
    words: `${record.reviewed}, next due by ${record.reviewBy}`,
    rest: { reviewBy: record.reviewBy, auditsReviewed: record.auditsReviewed },
    weight: 'patch',
  });
  return found;
}

/** The fields that are told one by one; others come with a schema that is newer than this. */
const TOLD = new Set(
  'id kind name qualifier group tagline summary logo developer lifecycle links downloads officialHosts audits specifications claims highlights notes guides events former reviewed reviewBy auditsReviewed'.split(
    ' ',
  ),
);

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
