import { definitionOf, type VocabularyName } from '../content.ts';
import { isRecord, walk } from '../schema.ts';
import { quote } from '../words.ts';
import { field, idOfEach, listOf, type Rule } from './rule.ts';

/** Vocabularies hold what is used, and the questions that are asked can be answered. */
export const gaps: Rule = (content, report) => {
  const used = new Set<string>();
  const answered = new Set<string>();
  const files = [...content.entries.values(), content.criteria, content.page];
  for (const file of files) {
    if (file?.data === undefined) continue;
    const definition =
      file === content.criteria ? 'criteria' : file === content.page ? 'page' : 'messenger';
    for (const { value, vocabulary } of walk(definition, file.data)) {
      if (vocabulary && typeof value === 'string') used.add(`${vocabulary}/${value}`);
    }
    const claims = field(file.data, 'claims');
    for (const [id, claim] of isRecord(claims) ? Object.entries(claims) : []) {
      if (field(claim, 'value') !== 'unknown') answered.add(id);
    }
  }
  const names = new Map([...content.vocabularies].map(([name, file]) => [file, name]));
  return ({ file, definition }) => {
    const name: VocabularyName | undefined = names.get(file);
    if (!name || definition !== definitionOf(name) || content.entries.size === 0) return;
    const unused = [...idOfEach(file.data).entries()].filter(
      ([, id]) =>
        id !== undefined && !(name === 'facts' ? answered.has(id) : used.has(`${name}/${id}`)),
    );
    if (name === 'facts') {
      for (const [index, id] of unused) {
        const label = quote(field(listOf(file.data)[index], 'label') ?? id);
        report(
          file,
          [index, 'id'],
          `no entry answers ${label}; find a source for one of them, or ask something else`,
        );
      }
    } else if (unused[0]) {
      const them =
        unused.length > 1
          ? 'them, or use them where they belong'
          : 'it, or use it where it belongs';
      const ids = unused.map(([, id]) => quote(id)).join(', ');
      report(file, [unused[0][0], 'id'], `nothing uses ${ids}; delete ${them}`);
    }
  };
};
