import records from '@sealmark/messengers/all';
import { facts } from '@sealmark/messengers/facts';
import page from '@sealmark/messengers/page';
import type { Fact, Messenger, MessengerRecord } from '@sealmark/schema';

/** All entries by their ids, those that moved or were withdrawn among them. */
export const entries: ReadonlyMap<string, MessengerRecord> = new Map(
  records.map((record) => [record.id, record]),
);

const isMessenger = (record: MessengerRecord | undefined): record is Messenger =>
  record?.kind === 'messenger';

const listed = page.sections.flatMap((section) => section.entries);

/** The messengers in the order of the page; what it does not list comes last. */
export const messengers: readonly Messenger[] = [...new Set([...listed, ...entries.keys()])]
  .map((id) => entries.get(id))
  .filter(isMessenger);

/** A group of facts. */
export interface Topic {
  readonly id: string;
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/** The facts by group, in their order. */
export const topics: readonly Topic[] = [...new Set(facts.map(({ group }) => group))].map(
  (heading) => ({
    id: `topic-${heading.toLowerCase().replaceAll(/\W+/g, '-')}`,
    heading,
    facts: facts.filter(({ group }) => group === heading),
  }),
);
