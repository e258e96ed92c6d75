/** What the types promise. The build checks it with tsc; nothing of it runs. */
import type {
  CardRecord,
  Claim,
  Condition,
  Messenger,
  MessengerRecord,
  RichText,
  Verdict,
} from './index.ts';

const text: RichText = [
  {
    type: 'paragraph',
    children: ['A ', { type: 'strong', children: ['word'] }, { type: 'code', text: 'x' }],
  },
  {
    type: 'list',
    ordered: false,
    items: [['one'], [{ type: 'link', url: 'https://example.org/', children: ['two'] }]],
  },
];
({ value: 'unknown', note: text, reviewed: '2022-09-16' }) satisfies Claim;
({
  all: [{ claim: 'e2ee', is: ['yes'], partial: 'met' }, { downloads: { platforms: ['linux'] } }],
}) satisfies Condition;
'not-met' satisfies Verdict;

// @ts-expect-error Text is never a string of HTML.
'<b>word</b>' satisfies RichText;
// @ts-expect-error A claim says when it was reviewed.
({ value: 'yes' }) satisfies Claim;

/** Telling kinds apart leads to their fields. */
export function nameOf(record: MessengerRecord, card: CardRecord): string {
  if (record.kind === 'messenger') return (record satisfies Messenger).developer.name;
  return card.kind === 'moved' ? card.to.name : record.sources[0]!.title;
}
