import type {
  Change,
  Criterion,
  Fact,
  Messenger,
  MessengerRecord,
  Release,
  ReleaseChanges,
  Source,
  Verdict,
} from '@sealmark/schema';
import { changesOfMessenger, evidenceLost } from './messenger.ts';
import { groupBy, isOtherOrder, isQuiet, same, type Difference } from './kinds.ts';
import { changesOfCriteria, changesOfPage, changesOfTerms } from './rest.ts';

/** Two states as they are compared: of a release, or of the content as it stands. */
export type State = Pick<Release, 'version' | 'state' | 'entries' | 'vocabularies' | 'criteria'> &
  Partial<Pick<Release, 'page'>>;

/**
 * What changed with each release, newest first; the first one has nothing before it. Where the content as it stands
 * (`current`) differs from the newest release, what it changes comes first, as version `unreleased`.
 */
export function changesOf(releases: readonly State[], current?: State): ReleaseChanges[] {
  const steps = releases.map(({ version, state }, index) => ({
    version,
    state,
    changes: index === 0 ? [] : told(releases[index - 1]!, releases[index]!),
  }));
  const newest = releases.at(-1);
  const pending = newest && current ? told(newest, current) : [];
  if (current && pending.length > 0)
    steps.push({ version: 'unreleased', state: current.state, changes: pending });
  return steps.reverse();
}

/** What readers of the data are told: not that somebody looked again, or put the same in another order. */
const told = (before: State, after: State): Change[] =>
  difference(before, after).flatMap(({ kind, name: _, ...change }) =>
    isQuiet(kind) ? [] : [change],
  );

/**
 * What differs between two states, as people would tell it: one change for each thing that changed, in order of the
 * entries' ids and then of a record's fields.
 */
export function difference(before: State, after: State): Difference[] {
  const [old, now] = [before, after].map(({ entries }) => byId(entries)) as [Entries, Entries];
  const facts = factsOf(after);
  const words = { facts: byId([...factsOf(before), ...facts]), terms: termsOf(before, after) };
  const verdicts = { before: byId(before.criteria), after: after.criteria };
  const heirs = groupBy(after.entries, ({ name }) => name);
  const entries = [...new Set([...old.keys(), ...now.keys()])].sort();
  return [
    ...changesOfFacts(factsOf(before), facts),
    ...entries.flatMap((id): Difference[] => {
      const [was, is] = [old.get(id), now.get(id)];
      const { name } = (is ?? was)!;
      const changes =
        was?.kind === 'messenger' && is?.kind === 'messenger'
          ? [...changesOfMessenger(was, is, words), ...changesOfVerdicts(is, verdicts)]
          : changesOfEntry(id, was, is, heirs);
      return changes.map((change) => ({ ...change, name }));
    }),
    ...changesOfTerms(before, after),
    ...changesOfCriteria(before.criteria, after.criteria),
    ...changesOfPage(before.page, after.page),
  ];
}

type Entries = Map<string, MessengerRecord>;

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const factsOf = ({ vocabularies }: State): Fact[] => (vocabularies['facts'] ?? []) as Fact[];

/** The labels of all terms but the facts, by vocabulary and id; those of the later state count. */
function termsOf(before: State, after: State): Map<string, string> {
  const labels = ({ vocabularies }: State) =>
    Object.entries(vocabularies).flatMap(([name, terms]) =>
      (terms as { id: string; label?: string; title?: string }[]).map(
        ({ id, label, title }) => [`${name}/${id}`, label ?? title ?? id] as const,
      ),
    );
  return new Map([...labels(before), ...labels(after)]);
}

/** An entry that came, went, or is of another kind now. */
function changesOfEntry(
  entry: string,
  was: MessengerRecord | undefined,
  is: MessengerRecord | undefined,
  heirs: ReadonlyMap<string, readonly MessengerRecord[]>,
): Difference[] {
  if (same(was, is)) return [];
  const named = (record?: MessengerRecord) => record && { name: record.name, kind: record.kind };
  if (was && is && was.kind === is.kind) return changesOfNotice(entry, was, is);
  const source = sourcesOf(is)[0];
  const heir = was && heirs.get(was.name)?.find(({ id }) => id !== entry);
  const text = !is
    ? `${was!.name}: the entry is gone${heir ? `; “${heir.id}” has its name: leave a notice with kind: moved under the old id` : ''}.`
    : is.kind === 'moved'
      ? `${is.name}: the entry goes by “${is.to}” now; the old name still works.`
      : is.kind === 'removed'
        ? `${is.name}: withdrawn. ${is.reason}`
        : `${is.name}: new entry.`;
  return [
    {
      entry,
      path: '',
      ...(was && { before: named(was) }),
      ...(is && { after: named(is) }),
      class: is ? 'minor' : 'major',
      text,
      ...(source && { source }),
      kind: !is
        ? 'removed'
        : is.kind === 'messenger'
          ? 'added'
          : is.kind === 'moved'
            ? 'moved'
            : 'withdrawn',
    },
  ];
}

const sourcesOf = (record: MessengerRecord | undefined): Source[] =>
  (record as { sources?: Source[] } | undefined)?.sources ?? [];

/** A notice that says the same otherwise, or by other sources. */
function changesOfNotice(entry: string, was: MessengerRecord, is: MessengerRecord): Difference[] {
  const [before, after] = [{ sources: sourcesOf(was) }, { sources: sourcesOf(is) }];
  const isSame = same({ ...was, ...after }, is);
  const isOrder = isSame && isOtherOrder(before.sources, after.sources);
  const said = isSame
    ? `the notice: ${isOrder ? 'order of ' : ''}sources changed`
    : 'the notice reads otherwise';
  const named = ({ name, kind }: MessengerRecord) => ({ name, kind });
  const [source] = after.sources;
  return [
    {
      entry,
      path: '',
      before: named(was),
      after: named(is),
      class: 'patch',
      text: `${is.name}: ${said}.`,
      ...(source && { source }),
      kind: isOrder ? 'reordered' : isSame ? 'evidence' : 'wording',
    },
    ...evidenceLost(before, after, { entry, path: '', of: `${is.name}: the notice` }),
  ];
}

/** Questions that are asked of every messenger since, or no longer. */
function changesOfFacts(before: readonly Fact[], after: readonly Fact[]): Difference[] {
  const [old, now] = [byId(before), byId(after)];
  const path = ({ id }: Fact) => `/facts/${id}`;
  return [
    ...after
      .filter(({ id }) => !old.has(id))
      .map((fact): Difference => {
        const text = `Asked of every messenger now: ${fact.label}.`;
        return { path: path(fact), after: fact.label, class: 'minor', text, kind: 'added' };
      }),
    ...before
      .filter(({ id }) => !now.has(id))
      .map((fact): Difference => {
        const text = `No longer asked: ${fact.label}.`;
        return { path: path(fact), before: fact.label, class: 'major', text, kind: 'removed' };
      }),
  ];
}

const VERDICTS: Record<Verdict, string> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
  'not-applicable': 'does not apply',
};

/** Criteria that a messenger meets since, or no longer; the source is that of the claim which decides. */
function changesOfVerdicts(
  { id, name, claims }: Messenger,
  { before, after }: { before: ReadonlyMap<string, Criterion>; after: readonly Criterion[] },
): Difference[] {
  return after.flatMap((criterion): Difference[] => {
    const [was, is] = [before.get(criterion.id), criterion].map(
      (item) => item?.verdicts?.[id]?.verdict,
    );
    if (!was || !is || was === is) return [];
    const text = `${name}: criterion “${criterion.label}”: now ${VERDICTS[is]}; before ${VERDICTS[was]}.`;
    const path = `/criteria/${criterion.id}`;
    const [, field, fact = ''] = criterion.verdicts[id]?.paths[0]?.split('/') ?? [];
    const source = field === 'claims' ? claims[fact]?.sources?.[0] : undefined;
    const told = {
      entry: id,
      path,
      before: was,
      after: is,
      class: 'minor',
      text,
      kind: 'verdict',
    } as const;
    return [{ ...told, ...(source && { source }) }];
  });
}
