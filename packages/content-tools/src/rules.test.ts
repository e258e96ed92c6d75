import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Memory } from './links/memory.ts';
import { loadContent } from './load.ts';
import { describe as inWords } from './problems.ts';
import { BASICS, RULES } from './rules/index.ts';
import { copyRegister } from './testing/register.ts';
import { apply, ruleExamples, withRules, type RuleExample } from './testing/rule-examples.ts';
import { blocking, validate } from './validate.ts';

/** What the check says after an example was put into the register. */
function checked(example: RuleExample, which: 'right' | 'wrong') {
  const root = copyRegister();
  apply(root, example, which);
  const links: Memory = {
    format: 'sealmark-links-1',
    addresses: Object.fromEntries(
      Object.entries(example.links ?? {}).map(([url, final]) => [
        url,
        { checked: '2022-09-16', final },
      ]),
    ),
  };
  return validate(loadContent(root), { today: example.today, links });
}

describe('each rule', () => {
  it.each(ruleExamples)('$rule says what is wrong and what to write: $message', (example) => {
    const found = checked(example, 'wrong').filter(({ rule }) => rule === example.rule);
    const said = found.map(inWords);
    // Advice speaks of the rest of the register, too.
    if (found[0]?.advice) expect(said).toContain(example.message);
    else expect(said).toEqual([example.message]);
  });

  it.each(ruleExamples)('$rule has nothing to say of the right one: $right', (example) => {
    const found = checked(example, 'right');
    expect(blocking(found)).toEqual([]);
    expect(found.map(inWords)).not.toContain(example.message);
  });

  it.each([...BASICS, ...RULES])('$id has an example', ({ id }) => {
    expect(ruleExamples.map(({ rule }) => rule)).toContain(id);
  });

  it('stands in the README with its examples', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    expect(readme).toContain('### pinned-sources');
    expect(withRules(readme)).toBe(readme);
  });
});
