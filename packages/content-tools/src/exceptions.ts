import type { Content } from './content.ts';
import { isReal } from './dates.ts';
import type { Problem } from './problems.ts';
import { looks, RULES } from './rules/index.ts';
import { field, listOf, type Context } from './rules/rule.ts';
import { oneOf, quote, suggest } from './words.ts';
import { place } from './yaml.ts';

/** The rules that an entry may be excepted from; a build relies on the others. */
const EXCEPTABLE = RULES.filter(({ firm, advises }) => !firm && !advises).map(({ id }) => id);

/**
 * The problems but for those that `content/exceptions.yaml` allows, and what is wrong with the exceptions themselves: a
 * rule that allows none, a day that has passed, nothing that they are for.
 *
 * @param context - What the rules knew; without `today` no exception has ended, and of rules that could not look none is
 *   called needless.
 */
export function withExceptions(
  { exceptions }: Content,
  problems: readonly Problem[],
  context: Context = {},
): Problem[] {
  if (!exceptions || exceptions.data === undefined) return [...problems];
  let left = [...problems];
  const say = (index: number, name: string, message: string) =>
    left.push({
      ...place(exceptions, [index, name]),
      field: `item ${index + 1} › ${name}`,
      rule: 'exceptions',
      message,
    });
  listOf(exceptions.data).forEach((exception, index) => {
    const [rule, path, until] = ['rule', 'path', 'until'].map((name) => field(exception, name));
    // Where one of them is missing or no text, the schema says so.
    if (typeof rule !== 'string' || typeof path !== 'string' || typeof until !== 'string') return;
    if (!EXCEPTABLE.includes(rule)) {
      const instead = RULES.some(({ id }) => id === rule)
        ? `correct what it finds; only these may be excepted: ${oneOf(EXCEPTABLE)}`
        : suggest(rule, EXCEPTABLE);
      return say(index, 'rule', `no exception is made from ${quote(rule)}; ${instead}`);
    }
    const place = inWords(path);
    const excepted = (problem: Problem) =>
      problem.rule === rule && inWords(`${problem.file} ${problem.field}`) === place;
    const named = RULES.find(({ id }) => id === rule)!;
    if (!left.some(excepted) && looks(named, context)) {
      const where = left.find((problem) => problem.rule === rule);
      const hint = where ? `, or write its place: ${where.file} ${where.field}` : '';
      return say(
        index,
        'path',
        `nothing breaks the rule ${quote(rule)} here; delete the exception${hint}`,
      );
    }
    const { today } = context;
    if (today && isReal(until) && until < today)
      say(
        index,
        'until',
        `the exception ended on ${until}; correct what it was for, or look at it again and set a new day`,
      );
    left = left.filter((problem) => !excepted(problem));
  });
  return left;
}

/** A place as people may write it: with any sign between the fields, as long as it stands alone. */
const inWords = (path: string): string => path.trim().replaceAll('>', '›').replace(/\s+/g, ' ');
