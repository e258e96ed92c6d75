import type { Content, VocabularyName } from '../content.ts';
import { quote, suggest } from '../words.ts';
import { field, idsOf, type Rule } from './rule.ts';

/** Ids are of the vocabulary that the schema names, and named sources are among those of the entry. */
export const references: Rule = (content, report) => {
  const known = new Map<string, { ids: string[]; where: string } | undefined>();
  const lookUp = (vocabulary: string) => {
    if (!known.has(vocabulary)) known.set(vocabulary, termsOf(content, vocabulary));
    return known.get(vocabulary);
  };
  return ({ file, visits }) => {
    const sources = field(file.data, 'sources');
    const named =
      typeof sources === 'object' && !Array.isArray(sources) ? Object.keys(sources ?? {}) : [];
    for (const { path, value, vocabulary, definition, isKey } of visits) {
      if (typeof value !== 'string') continue;
      if (vocabulary) {
        const terms = lookUp(vocabulary);
        if (terms && !terms.ids.includes(value)) {
          report(
            file,
            path,
            `${quote(value)} is not in ${terms.where}; ${suggest(value, terms.ids, terms.where)}`,
            isKey ? { at: 'key' } : {},
          );
        }
      }
      if (definition === 'source') {
        const [name = '', place] = split(value);
        if (!named.includes(name)) {
          const instead =
            named.length > 0
              ? suggest(name, named, "this entry's sources")
              : 'add it there, with url, title and kind';
          report(file, path, `${quote(name)} is not in this entry's sources; ${instead}`);
        } else if (place && String(field(field(sources, name), 'url')).includes('#')) {
          report(
            file,
            path,
            `the address of ${quote(name)} names a place already; leave out "#${place}" here, or the place there`,
          );
        }
      }
    }
  };
};

/** The name of a source, and the place in it after #. */
const split = (source: string): string[] => /^([^#]*)#?(.*)$/s.exec(source)!.slice(1);

function termsOf(
  content: Content,
  vocabulary: string,
): { ids: string[]; where: string } | undefined {
  if (vocabulary === 'entries')
    return { ids: [...content.entries.keys()], where: 'content/messengers' };
  const file =
    vocabulary === 'sections'
      ? content.page
      : content.vocabularies.get(vocabulary as VocabularyName);
  if (file?.data === undefined) return undefined;
  const terms = vocabulary === 'sections' ? field(file.data, 'sections') : file.data;
  return {
    ids: [...new Set(idsOf(terms))],
    where: vocabulary === 'sections' ? 'the sections of content/page.yaml' : file.path,
  };
}
