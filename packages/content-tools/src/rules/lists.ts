import { definitionOf } from '../content.ts';
import { quote } from '../words.ts';
import type { ContentFile } from '../yaml.ts';
import { field, idOfEach, listOf, type Report, type Rule } from './rule.ts';
import type { Path } from '../problems.ts';

/** What is told apart by an id, or by platform and store, stands in a list once. */
export const lists: Rule = (content, report) => {
  const vocabularies = new Set([...content.vocabularies.keys()].map(definitionOf));
  return ({ file, definition }) => {
    if (vocabularies.has(definition) || definition === 'criteria')
      once(file, [], idOfEach(file.data), 'id', report);
    if (definition === 'page')
      once(file, ['sections'], idOfEach(field(file.data, 'sections')), 'id', report);
    if (definition !== 'messenger') return;
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
    notCurrent(file, report);
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
  };
};

/** What is listed no more has nothing in its place: where it has, the old address is the history of the new one. */
function notCurrent(file: ContentFile, report: Report): void {
  const identities: Record<string, string[]> = {
    links: ['role'],
    downloads: ['platform', 'store'],
    specifications: ['title'],
  };
  for (const [name, fields] of Object.entries(identities)) {
    const identify = (item: unknown) => fields.map((key) => field(item, key)).join(' from ');
    const current = listOf(field(file.data, name)).map(identify);
    listOf(field(field(file.data, 'former'), name)).forEach((item, index) => {
      // Several links of one role can stand side by side.
      const address = listOf(field(file.data, name)).map((one) => field(one, 'url'));
      const isSame =
        name === 'links'
          ? address.includes(field(item, 'url'))
          : current.includes(identify(item)) && identify(item) !== '';
      if (!isSame) return;
      report(
        file,
        ['former', name, index, fields[0]!],
        `${quote(identify(item))} is listed now as well; move this to the history of that one`,
      );
    });
  }
}

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
