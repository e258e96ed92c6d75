import type { Fact } from '@sealmark/schema';
import { addMonths, isReal } from '../dates.ts';
import type { Path } from '../problems.ts';
import { isRecord } from '../schema.ts';
import { field, listOf, type Rule } from './rule.ts';

/** After how many months somebody should look again, by the kind of what was found. */
export const REVIEW_MONTHS = {
  /** What the card shows, unless the entry has a day of its own. */
  highlight: 6,
  /** What nobody knew: somebody may know by now. */
  unknown: 6,
  /** Numbers, and who makes it and whether it still lives: they change without a word. */
  number: 6,
  developer: 6,
  lifecycle: 6,
  /** Whether there is a new audit. */
  audits: 12,
  /** Everything else. */
  claim: 12,
  note: 12,
  section: 12,
};

type Kind = keyof typeof REVIEW_MONTHS;

/** What was looked through long ago is due again. */
export const reviews: Rule = (content, report, { today = '' }) => {
  const facts = new Map(
    listOf(content.vocabularies.get('facts')?.data).map((fact) => [
      field(fact, 'id'),
      fact as Fact,
    ]),
  );
  return ({ file, definition }) => {
    const check = (path: Path, reviewed: unknown, kind: Kind, by?: unknown) => {
      if (
        typeof reviewed !== 'string' ||
        !/^\d{4}-\d{2}-\d{2}$/.test(reviewed) ||
        !isReal(reviewed)
      )
        return;
      const due = typeof by === 'string' ? by : addMonths(reviewed, REVIEW_MONTHS[kind]);
      if (due >= today) return;
      report(file, path, `the review was due by ${due}; look again, and write today as reviewed`);
    };
    const { data } = file;
    if (definition === 'guide') {
      listOf(field(data, 'sections')).forEach((section, index) =>
        check(
          ['sections', index, 'reviewed'],
          field(section, 'reviewed'),
          'section',
          field(data, 'reviewBy'),
        ),
      );
    }
    // A messenger that is no longer made changes no more.
    if (definition !== 'messenger' || field(field(data, 'lifecycle'), 'state') === 'discontinued')
      return;
    const shown = new Set(listOf(field(data, 'highlights')).map((item) => field(item, 'fact')));
    const claims = field(data, 'claims');
    for (const [id, claim] of isRecord(claims) ? Object.entries(claims) : []) {
      const path = ['claims', id, 'reviewed'];
      const isNumber = field(facts.get(id)?.values, 'type') === 'number';
      const kind = field(claim, 'value') === 'unknown' ? 'unknown' : isNumber ? 'number' : 'claim';
      if (shown.has(id))
        check(path, field(claim, 'reviewed'), 'highlight', field(data, 'reviewBy'));
      else check(path, field(claim, 'reviewed'), kind);
    }
    for (const kind of ['developer', 'lifecycle'] as const)
      check([kind, 'reviewed'], field(field(data, kind), 'reviewed'), kind);
    listOf(field(data, 'notes')).forEach((note, index) =>
      check(['notes', index, 'reviewed'], field(note, 'reviewed'), 'note'),
    );
    check(['auditsReviewed'], field(data, 'auditsReviewed'), 'audits');
  };
};
