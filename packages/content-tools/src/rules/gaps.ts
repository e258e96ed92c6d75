import { definitionOf, type VocabularyName } from '../content.ts';
import { isRecord, walk } from '../schema.ts';
import { quote } from '../words.ts';
import { field, idsOf, listOf, type Rule } from './rule.ts';

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
    idsOf(file.data).forEach((id, index) => {
      if (name === 'facts' ? answered.has(id) : used.has(`${name}/${id}`)) return;
      report(
        file,
        [index, 'id'],
        name === 'facts'
          ? `no entry answers ${quote(field(listOf(file.data)[index], 'label'))}; find a source for one of them, or ask something else`
          : `nothing uses ${quote(id)}; delete it, or use it where it belongs`,
      );
    });
  };
};
