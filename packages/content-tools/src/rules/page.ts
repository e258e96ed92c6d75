import { idOf } from '../content.ts';
import { exportName } from '../names.ts';
import { quote } from '../words.ts';
import { field, idsOf, listOf, type Rule } from './rule.ts';

/** Each messenger stands once on the page, in the section of its group; notices of moved and removed ones do not. */
export const page: Rule = (content, report) => {
  const file = content.page;
  const sections = new Map<string, unknown>();
  listOf(field(file?.data, 'sections')).forEach((section, index) => {
    listOf(field(section, 'entries')).forEach((id, position) => {
      if (typeof id !== 'string') return;
      const path = ['sections', index, 'entries', position];
      const entry = content.entries.get(id);
      const kind = field(entry?.data, 'kind');
      if (sections.has(id))
        report(
          file!,
          path,
          `${quote(id)} stands on the page twice; keep it in the section of its group`,
        );
      else if (kind === 'moved' || kind === 'removed')
        report(file!, path, `${quote(id)} was ${kind}; take it off the page`);
      else sections.set(id, field(section, 'id'));
    });
  });
  const names = new Map<string, string>();
  return ({ file: entry, definition }) => {
    const id = idOf(entry);
    if (content.entries.get(id) !== entry) return;
    const name = exportName(id);
    const other = names.get(name);
    if (other)
      report(
        entry,
        [],
        `the id ${quote(id)} gives the same name in code as ${quote(other)} (${name}); choose another`,
      );
    names.set(name, id);
    if (definition === 'moved') {
      const target = content.entries.get(String(field(entry.data, 'to')));
      if (target && field(target.data, 'kind') === 'moved') {
        report(
          entry,
          ['to'],
          `${quote(field(entry.data, 'to'))} moved as well; write the id that the messenger has now`,
        );
      }
    }
    if (definition !== 'messenger' || file?.data === undefined) return;
    const group = field(entry.data, 'group');
    if (!idsOf(field(file.data, 'sections')).includes(String(group))) return;
    if (!sections.has(id))
      report(
        entry,
        ['group'],
        `${quote(id)} stands in no section of the page; add it to the entries of ${quote(group)} in content/page.yaml`,
      );
    // Where a section has no id, the schema says so.
    else if (sections.get(id) !== undefined && sections.get(id) !== group) {
      report(
        entry,
        ['group'],
        `the group is ${quote(group)}, but the page has ${quote(id)} in ${quote(sections.get(id))}; make them the same`,
      );
    }
  };
};
