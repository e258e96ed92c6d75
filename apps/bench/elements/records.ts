import records from '@sealmark/messengers/all';
import type { CardRecord, MessengerCardRecord } from '@sealmark/schema';

/** Numbers from 0 to 1 that look random and are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const cards = await Promise.all(
  records.map(
    async ({ id }) =>
      ((await import(`@sealmark/messengers/cards/${id}`)) as { default: CardRecord }).default,
  ),
);
const real = cards.filter((card): card is MessengerCardRecord => card.kind === 'messenger');
const vocabulary = [
  ...new Set(JSON.stringify(real.map((card) => card.summary)).match(/[a-z]{3,}/g)),
];

/** What means something to a card, or is no text for readers. */
const kept = new Set(
  'kind id type fact value platform store part relation role date asOf reviewed reviewBy looked lifecycle viewBox fill color'.split(
    ' ',
  ),
);

/**
 * Records as long and as rich as the real ones, no two alike: their words, addresses and drawings are others. The same
 * in every run.
 */
export function distinct(count: number, from = 0): MessengerCardRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const next = random(number + 1);
    const other = (value: unknown, key: string): unknown => {
      if (Array.isArray(value)) return value.map((item) => other(item, key));
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(
          Object.entries(value).map(([name, each]) => [name, other(each, name)]),
        );
      if (typeof value !== 'string' || kept.has(key)) return value;
      if (key === 'd') return value.replace(/\d(?=\d)/g, () => `${Math.floor(next() * 10)}`);
      if (value.startsWith('https:'))
        return value.replace(/[a-z]{3,}(?=[^/]*$)|\w{6,}$/, () => word(next));
      return value.replace(/[a-z]{4,}/g, () => word(next));
    };
    const record = other(real[number % real.length], '') as MessengerCardRecord;
    return { ...record, id: `entry-${number}`, name: `${record.name} ${number}` };
  });
}

const word = (next: () => number) => vocabulary[Math.floor(next() * vocabulary.length)] as string;
