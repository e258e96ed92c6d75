import type { Block, Claim, Fact, Messenger, Source } from '@sealmark/schema';
import { plainTextOf } from '../markdown.ts';
import { isRecord } from '../schema.ts';
import { documentsOf } from '../card.ts';
import { groupBy, isOtherOrder, same, type Difference, type Kind } from './kinds.ts';

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
  /** More that it says, by field: another value of these is a change of its own. */
  facts?: Record<string, { subject: string; value: unknown; words: string }>;
  /** Its place in the record. */
  place: number;
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

/** What a record says, by the path of what says it: more than one where names repeat. */
type Statements = Map<string, Statement[]>;

/** A statement before and after, one of which may be missing. */
type Pair = [was: Statement | undefined, is: Statement | undefined];

/** What differs between two states of a messenger, one change for each thing that it says. */
export function changesOfMessenger(
  before: Messenger,
  after: Messenger,
  words: Words,
): Difference[] {
  if (same(before, after)) return [];
  const [old, now] = [before, after].map((record) => statementsOf(record, words)) as [
    Statements,
    Statements,
  ];
  const whose = { entry: after.id, name: after.name };
  const changes: Difference[] = [];
  const kept: Kept[] = [];
  for (const name of new Set([...now.keys(), ...old.keys()])) {
    const [left, right] = [old.get(name) ?? [], now.get(name) ?? []];
    for (const [was, is] of pairsOf(left, right)) {
      // What has the same name twice is told apart by its place.
      const index = is ? right.indexOf(is) : left.indexOf(was!);
      const path = index > 0 ? `${name}+${index + 1}` : name;
      if (was && is) {
        changes.push(...changesOfStatement(path, was, is, whose));
        kept.push({ list: name.slice(1, name.lastIndexOf('/')), was: was.place, is: is.place });
      } else changes.push(...comeOrGone(path, was, is, whose));
    }
  }
  return [...changes, ...changesOfOrder(kept, whose)];
}

/** Which statements of a name are the same: those alike in all, then those of one value, then those that are left. */
function pairsOf(was: readonly Statement[], is: readonly Statement[]): Pair[] {
  if (was.length < 2 && is.length < 2) return [[was[0], is[0]]];
  const partners = new Map<Statement, Statement>();
  const alike: ((item: Statement) => unknown)[] = [
    ({ value, exact, facts, rest, sources }) => [value, exact, facts, rest, sources],
    ({ value }) => value,
    () => null,
  ];
  const taken = new Set<Statement>();
  for (const what of alike) {
    const free = groupBy(
      was.filter((item) => !taken.has(item)),
      (item) => JSON.stringify(what(item)),
    );
    for (const item of is) {
      const partner = partners.has(item)
        ? undefined
        : free.get(JSON.stringify(what(item)))?.shift();
      if (!partner) continue;
      partners.set(item, partner);
      taken.add(partner);
    }
  }
  return [
    ...is.map((item): Pair => [partners.get(item), item]),
    ...was.filter((item) => !taken.has(item)).map((item): Pair => [item, undefined]),
  ];
}

type Said = Omit<Statement, 'place'>;

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
  const reordered = (at: string, before: unknown, after: unknown, subject: string) =>
    change({
      entry,
      path: path + at,
      before,
      after,
      class: 'patch',
      text: `${name}: ${subject}: in another order`,
      source,
      kind: 'reordered',
    });
  if (isOtherOrder(was.value, is.value))
    changes.push(reordered(is.at ?? '', was.value, is.value, is.subject));
  else if (!isSame) {
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
  for (const [field, { subject, ...now }] of Object.entries(isSame ? (is.facts ?? {}) : {})) {
    const old = was.facts?.[field];
    if (same(old?.value, now.value)) continue;
    const what = `${is.subject}: ${subject}`;
    changes.push(
      isOtherOrder(old?.value, now.value)
        ? reordered(`/${field}`, old?.value, now.value, what)
        : change({
            entry,
            path: `${path}/${field}`,
            ...(old?.value !== undefined && { before: old.value }),
            ...(now.value !== undefined && { after: now.value }),
            class: is.weight,
            text: `${name}: ${what}: now ${now.words || 'none'}; before ${old?.words || 'none'}`,
            source,
            kind: 'changed',
          }),
    );
  }
  const isUntouched = changes.length === 0;
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
    const { said, isOrder } = kindsThatDiffer(before, after);
    const still = is.at === '/url' ? 'same address; ' : is.at ? `still ${is.words}; ` : '';
    changes.push(
      change({
        entry,
        path,
        class: 'patch',
        text: `${name}: ${is.subject}: ${isUntouched ? still : 'also '}${said} changed`,
        source,
        kind: isOrder
          ? 'reordered'
          : !isUntouched
            ? 'beside'
            : said.includes('wording')
              ? 'wording'
              : 'evidence',
      }),
    );
  } else if (!same(was.rest, is.rest) && same(labels[0], labels[1])) {
    const text = `${name}: ${is.subject}: looked through again, and found unchanged.`;
    changes.push(change({ entry, path, class: 'patch', text, source, kind: 'reviewed' }));
  }
  if (is.isBorrowing) return changes;
  const [cited, known] = [is, was].map(({ rest, sources = [] }) => [rest, { sources }]);
  return [...changes, ...evidenceLost(known, cited, { entry, path, of: `${name}: ${is.subject}` })];
}

/** The documents that are no longer cited. */
export function evidenceLost(
  before: unknown,
  after: unknown,
  { entry, path, of }: { entry: string; path: string; of: string },
): Difference[] {
  const cited = documentsOf(after);
  return [...documentsOf(before)]
    .filter((url) => !cited.has(url))
    .map((url) => ({
      entry,
      path: `${path}/sources`,
      before: url,
      class: 'patch',
      text: `${of}: evidence lost: ${url} is no longer cited.`,
      kind: 'evidence-lost',
    }));
}

/** What a list is called. */
const LISTS: Record<string, string> = {
  links: 'links',
  downloads: 'downloads',
  audits: 'audits',
  specifications: 'specifications',
  highlights: 'highlights',
  notes: 'sections',
  guides: 'guides',
  events: 'events',
  'former/links': 'links listed once',
  'former/downloads': 'downloads listed once',
  'former/specifications': 'specifications listed once',
};

/** A thing of a list that is there before and after, and where. */
interface Kept {
  list: string;
  was: number;
  is: number;
}

/** Lists that hold the same, the other way round. */
function changesOfOrder(kept: readonly Kept[], { entry, name }: Whose): Difference[] {
  const lists = groupBy(kept, ({ list }) => list);
  return Object.entries(LISTS).flatMap(([list, words]): Difference[] => {
    const items = (lists.get(list) ?? []).sort((a, b) => a.is - b.is);
    if (items.every(({ was }, index) => index === 0 || items[index - 1]!.was < was)) return [];
    const text = `${name}: ${words}: in another order.`;
    return [{ entry, path: `/${list}`, class: 'patch', text, kind: 'reordered' }];
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

/** What fields hold that are no words of ours. */
const FIELDS: Record<string, string> = {
  ...Object.fromEntries(
    ['asOf', 'date', 'from', 'until', 'since', 'reviewBy', 'auditsReviewed'].map((name) => [
      name,
      'dates',
    ]),
  ),
  sources: 'sources',
  history: 'history',
  links: 'addresses',
};

/** Which kinds of fields differ, in words, and whether it is their order alone. */
function kindsThatDiffer(before: unknown, after: unknown): { said: string; isOrder: boolean } {
  const [a, b] = [before, after].map((rest) => (isRecord(rest) ? rest : {})) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  let isOrder = true;
  const said = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !same(a[key], b[key]))
    .map((key) => {
      if (isOtherOrder(a[key], b[key])) return `order of ${FIELDS[key] ?? key}`;
      isOrder = false;
      return FIELDS[key] ?? 'wording';
    });
  const names = [...new Set(said)].sort();
  return {
    said: names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]!,
    isOrder,
  };
}

/** Everything that a record says, by the path of what says it. */
function statementsOf(record: Messenger, words: Words): Statements {
  const found: Statements = new Map();
  let place = 0;
  const add = (path: string, statement: Said) => {
    const own = { ...statement, place: (place += 1) };
    const known = found.get(path);
    if (known) known.push(own);
    else found.set(path, [own]);
  };
  const term = (vocabulary: string, id: string) => words.terms.get(`${vocabulary}/${id}`) ?? id;
  const text = (subject: string, blocks: readonly Block[]): Said => ({
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
  ): Said => ({
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
  const { sources: logoSources, ...mark } = record.logo;
  add('/logo', {
    subject: 'the logo',
    value: mark,
    words: '',
    rest: { sources: logoSources },
    sources: logoSources ?? [],
    weight: 'patch',
  });
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
    value: record.officialHosts,
    words: record.officialHosts.join(', '),
    weight: 'patch',
  });
  const fact = (subject: string, value: unknown, said = '') => ({ subject, value, words: said });
  const partOf = ({ part, platform, name }: Messenger['audits'][number]['scope'][number]) =>
    [term('audit-parts', part), platform && term('platforms', platform), name]
      .filter(Boolean)
      .join(' ');
  for (const audit of record.audits) {
    const {
      title,
      kind,
      date,
      auditors,
      commissioners,
      scope,
      excludes,
      target,
      outcome,
      ...rest
    } = audit;
    const days = date?.replace('/', ' to ');
    add(`/audits/${escaped(title)}`, {
      subject: `audit “${title}”`,
      value: title,
      words: days ?? 'without a date',
      facts: {
        kind: fact('kind', kind, term('audit-kinds', kind)),
        date: fact('date', date, days),
        auditors: fact('auditors', auditors, auditors.join(', ')),
        commissioners: fact('paid by', commissioners, commissioners?.join(', ')),
        scope: fact('scope', scope, scope.map(partOf).join(', ')),
        excludes: fact('not in scope', excludes, excludes?.map(partOf).join(', ')),
        target: fact('looked at', target, Object.values(target).join(' ')),
        outcome: fact('outcome', outcome, outcome && `“${outcome}”`),
      },
      rest,
      sources: audit.sources,
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
    const { value, sources = [], positions = [], history, ...rest } = claim;
    const asked = words.facts.get(id);
    const sides = positions.map((position) => position.value);
    add(`/claims/${id}`, {
      subject: asked?.label ?? id,
      value,
      words: inWords(value, asked),
      facts: {
        positions: fact(
          'positions',
          sides,
          sides.map((side) => inWords(side, asked)).join(' against '),
        ),
      },
      rest: {
        ...rest,
        notes: positions.map(({ note }) => note),
        history,
        sources: [...sources, ...positions.flatMap((position) => position.sources)],
      },
      sources: claim.sources ?? positions[0]?.sources ?? [],
      weight: 'minor',
      at: '/value',
      past: history,
    });
  }
  for (const { fact: id, text: said } of record.highlights)
    add(`/highlights/${id}`, {
      ...plain(`${words.facts.get(id)?.label ?? id}, on the card`, said),
      sources: record.claims[id]?.sources ?? [],
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
      rest: { sources },
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
