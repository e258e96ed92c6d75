import type { Path } from '../problems.ts';
import { meaning, type Visit } from '../schema.ts';

/** What `sealmark new` writes where somebody has to fill in something. */
export const BLANK = '____';

/** The blanks that are left in a file, each with what belongs there. */
export function blanksOf(
  definition: string,
  data: unknown,
  visits: readonly Visit[],
): { path: Path; message: string }[] {
  return visits.flatMap(({ path, value }) => {
    if (typeof value !== 'string' || !value.includes(BLANK)) return [];
    const name = path.findLast((part) => typeof part === 'string');
    const at = path.slice(0, path.lastIndexOf(name!) + 1);
    const what = meaning(definition, data, at);
    return [{ path, message: `a blank is left here; fill it in${what ? `: ${what}` : ''}` }];
  });
}
