import type { Criterion, Fact, Page, Term } from '@sealmark/schema';
import type { State } from './changes.ts';
import { isRecord } from '../schema.ts';
import { inAnotherOrder, same, type Difference } from './kinds.ts';

type Item = { id: string; label?: string; title?: string; heading?: string };

const nameOf = ({ id, label, title, heading }: Item): string => label ?? title ?? heading ?? id;

/** What differs in the vocabularies: terms that came, went, have another label or another explanation. */
export function changesOfTerms(before: State, after: State): Difference[] {
  const names = [
    ...new Set([...Object.keys(after.vocabularies), ...Object.keys(before.vocabularies)]),
  ].sort();
  return names.flatMap((name) => {
    const [was, is] = [before, after].map(
      ({ vocabularies }) => (vocabularies[name] ?? []) as Item[],
    ) as [Item[], Item[]];
    const changes = changesOfItems(`/${name}`, name, was, is);
    // Whether a question is asked is told for itself.
    return name === 'facts'
      ? changes.filter(({ kind, before: a, after: b }) => kind === 'reordered' || (a && b))
      : changes;
  });
}

/** What differs in the criteria themselves; who meets them is told with the entries. */
export function changesOfCriteria(
  before: readonly Criterion[],
  after: readonly Criterion[],
): Difference[] {
  const bare = (criteria: readonly Criterion[]) =>
    criteria.map(({ verdicts: _, ...criterion }) => criterion);
  return changesOfItems('/criteria', 'criteria', bare(before), bare(after));
}

/** What differs on the page: its words, its sections and their entries. */
export function changesOfPage(before: Page | undefined, after: Page | undefined): Difference[] {
  if (!before || !after) return [];
  const { sections: was, ...rest } = before;
  const { sections: is, ...now } = after;
  const fields = [...new Set([...Object.keys(now), ...Object.keys(rest)])];
  const words = fields.flatMap((name): Difference[] => {
    const [a, b] = [rest, now].map((page) => (page as Record<string, unknown>)[name]);
    if (same(a, b)) return [];
    const text = `The page: ${name} reads otherwise.`;
    return [{ path: `/page/${name}`, class: 'patch', text, kind: 'vocabulary' }];
  });
  return [...words, ...changesOfItems('/page/sections', 'sections of the page', was, is)];
}

/** Things with an id that came, went, read otherwise or stand in another order. */
function changesOfItems(
  path: string,
  what: string,
  before: readonly Item[],
  after: readonly Item[],
): Difference[] {
  const [old, now] = [before, after].map(
    (list) => new Map(list.map((item) => [item.id, item])),
  ) as [Map<string, Item>, Map<string, Item>];
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  const changes = ids.flatMap((id) =>
    changesOfItem(`${path}/${id}`, what, old.get(id), now.get(id)),
  );
  if (inAnotherOrder([...old.keys()], [...now.keys()])) {
    const text = `${capital(what)}: in another order.`;
    changes.push({ path, class: 'patch', text, kind: 'reordered' });
  }
  return changes;
}

function changesOfItem(
  path: string,
  what: string,
  was: Item | undefined,
  is: Item | undefined,
): Difference[] {
  const one = (
    fields: Omit<Difference, 'path' | 'kind'>,
    kind: Difference['kind'] = 'vocabulary',
  ) => [{ path, ...fields, kind }];
  if (!was)
    return one({
      after: nameOf(is!),
      class: 'minor',
      text: `${capital(what)}: new: ${nameOf(is!)}.`,
    });
  if (!is)
    return one({
      before: nameOf(was),
      class: 'major',
      text: `${capital(what)}: gone: ${nameOf(was)}.`,
    });
  if (same(was, is)) return [];
  const [before, after] = [nameOf(was), nameOf(is)];
  if (same(unordered(was), unordered(is))) {
    const text = `${capital(what)}: “${after}”: in another order.`;
    return one({ class: 'patch', text }, 'reordered');
  }
  const level = weightOf(was, is);
  if (before !== after)
    return one(
      {
        before,
        after,
        class: level,
        text: `${capital(what)}: “${before}” is labelled “${after}” now${same({ ...was, label: '' }, { ...is, label: '' }) ? '' : ', and reads otherwise'}.`,
      },
      'vocabulary',
    );
  return one({
    before,
    after,
    class: level,
    text: `${capital(what)}: “${after}” reads otherwise${level === 'major' ? ': what it allows is another' : ''}.`,
  });
}

/** A thing with what it lists in one order: its choices, its entries, the parts of its condition. */
function unordered(node: unknown): unknown {
  if (Array.isArray(node)) {
    const items = node.map(unordered);
    return items.some((item) => isRecord(item) && ('children' in item || 'items' in item))
      ? items
      : items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    // The pieces of a text say what they say by their order.
    Object.entries(node).map(([name, child]) => [
      name,
      name === 'children' || name === 'items' ? child : unordered(child),
    ]),
  );
}

/** What a fact allows is a promise; a condition decides about entries; the rest is words. */
function weightOf(was: Item, is: Item): Difference['class'] {
  const [a, b] = [was, is].map((item) => (item as Partial<Fact>).values);
  if (a && b && !same(a, b)) {
    const options = (values: Fact['values']) => (values.options ?? []).map(({ id }) => id);
    const kept = options(a).every((id) => options(b).includes(id));
    if (a.type !== b.type || a.unit !== b.unit || !kept) return 'major';
    if (options(a).length !== options(b).length) return 'minor';
  }
  const [x, y] = [was, is].map((item) => (item as Partial<Criterion & Term>).condition);
  return same(x, y) ? 'patch' : 'minor';
}

const capital = (text: string): string =>
  text[0]!.toUpperCase() + text.slice(1).replaceAll('-', ' ');
