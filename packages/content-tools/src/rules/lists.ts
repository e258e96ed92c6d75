import { definitionOf } from '../content.ts';
import { quote } from '../words.ts';
import type { ContentFile } from '../yaml.ts';
import { field, idsOf, listOf, type Report, type Rule } from './rule.ts';
import type { Path } from '../problems.ts';

/** What is told apart by an id, or by platform and store, stands in a list once. */
export const lists: Rule = (content, pieces, report) => {
  const vocabularies = new Set([...content.vocabularies.keys()].map(definitionOf));
  for (const { file, definition } of pieces) {
    if (vocabularies.has(definition) || definition === 'criteria')
      once(file, [], idsOf(file.data), 'id', report);
    if (definition === 'page')
      once(file, ['sections'], idsOf(field(file.data, 'sections')), 'id', report);
    if (definition !== 'messenger') continue;
    once(
      file,
      ['notes'],
      listOf(field(file.data, 'notes')).map((note) => field(note, 'id')),
      'id',
      report,
    );
    once(
      file,
      ['downloads'],
      listOf(field(file.data, 'downloads')).map((item) => {
        const [platform, store] = [field(item, 'platform'), field(item, 'store')];
        return platform && store && `${platform} from ${store}`;
      }),
      'store',
      report,
    );
    if (
      listOf(field(file.data, 'audits')).length === 0 &&
      field(file.data, 'audits') &&
      field(file.data, 'auditsReviewed') === undefined
    ) {
      report(
        file,
        ['auditsReviewed'],
        'no audit is listed, and nothing says when one was last looked for; add auditsReviewed with the day',
        { at: 'key' },
      );
    }
  }
};

function once(file: ContentFile, path: Path, names: unknown[], name: string, report: Report): void {
  const seen = new Set<unknown>();
  names.forEach((value, index) => {
    if (value !== undefined && seen.has(value))
      report(
        file,
        [...path, index, name],
        `${quote(value)} stands in the list twice; keep one of the two`,
      );
    seen.add(value);
  });
}
