import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Content } from './content.ts';
import { emit } from './emit.ts';
import { loadContent } from './load.ts';
import { copyRegister } from './testing/register.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

const content = loadContent(copyRegister());

/** The content with other lines in one of its files. */
function withLines(path: string, lines: readonly string[]): Content {
  const { file, problems } = readYaml(path, lines.join('\n'));
  const files = new Map(content.files).set(path, file);
  const entries = new Map([...content.entries].map(([id, entry]) => [id, files.get(entry.path)!]));
  const vocabularies = new Map(
    [...content.vocabularies].map(([name, entry]) => [name, files.get(entry.path)!]),
  );
  return {
    ...content,
    files,
    entries,
    vocabularies,
    criteria: files.get('content/criteria.yaml'),
    page: files.get('content/page.yaml'),
    problems,
  };
}

/** A slip of the hand: a line lost, doubled, changed or moved to the side. */
const value = fc.constantFrom(
  '',
  'x',
  '7',
  'true',
  '[]',
  '{}',
  '[x, 1, null]',
  '{ a: 1 }',
  'null',
  '-1',
  "''",
  'https://x.example',
  '2022-99-99',
  '|',
  '"',
  'id: id',
);
const slip = fc.record({
  line: fc.nat(),
  change: fc.oneof(
    fc.constant(() => []),
    fc.constant((line: string) => [line, line]),
    fc.constant((line: string) => [` ${line}`]),
    fc.constant((line: string) => [line.replace(/^ {2}/, '')]),
    value.map((text) => (line: string) => [line.replace(/(?<=: |- ).*$/, text)]),
    fc.string({ maxLength: 8 }).map((text) => (line: string) => [line.replace(/\w+(?=:)/, text)]),
  ),
});

describe('validate', () => {
  it('finds something to say or nothing, but never fails, whatever slips', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...content.files.keys()),
        fc.array(slip, { minLength: 1, maxLength: 3 }),
        (path, slips) => {
          const lines = content.files.get(path)!.text.split('\n');
          const changed = slips.reduce(
            (text, { line, change }) =>
              text.toSpliced(line % text.length, 1, ...change(text[line % text.length]!)),
            lines,
          );
          const copy = withLines(path, changed);
          const problems = validate(copy);
          for (const { line, column, length, message } of problems) {
            expect(Math.min(line, column, length)).toBeGreaterThan(0);
            expect(message).toMatch(/[;?] ?|^only /);
            expect(message).not.toMatch(/undefined|\[object|must |schema at/);
          }
          // What passes the check can be built.
          if (problems.length === 0) expect(emit(compile(copy)).size).toBeGreaterThan(20);
        },
      ),
      { numRuns: 500 },
    );
  }, 120_000);
});
