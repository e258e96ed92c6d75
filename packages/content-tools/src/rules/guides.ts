import { countWords, GUIDE_WORDS } from '../guides.ts';
import { plainTextOf, toRichText } from '../markdown.ts';
import { quote } from '../words.ts';
import { field, idOfEach, listOf, type Rule } from './rule.ts';

/** A guide has sections that can be linked to, and a length that a newcomer reads. */
export const guides: Rule = (_, report) => {
  const { least, most } = GUIDE_WORDS;
  return ({ file, definition }) => {
    if (definition !== 'guide') return;
    const sections = listOf(field(file.data, 'sections'));
    const ids = idOfEach(sections);
    ids.forEach((id, index) => {
      if (id !== undefined && ids.indexOf(id) < index)
        report(
          file,
          ['sections', index, 'id'],
          `${quote(id)} stands in the list twice; keep one of the two`,
        );
    });
    const texts = sections.map((section) => field(section, 'body'));
    if (texts.length === 0 || texts.some((text) => typeof text !== 'string')) return;
    const bodies = texts.map((text) => toRichText(text as string).blocks);
    // A text that cannot be read has words that nobody counts, and is told of anyway.
    if (bodies.some((body) => body.length === 0)) return;
    const words = bodies.reduce((sum, body) => sum + countWords(plainTextOf(body)), 0);
    if (words >= least && words <= most) return;
    report(
      file,
      ['sections'],
      `the guide has ${words} words; ${words < least ? `write at least ${least}` : `cut it to at most ${most}`}`,
      { at: 'key' },
    );
  };
};
