import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as sentence } from './problems.ts';
import { readYaml } from './yaml.ts';

const read = (text: string): string[] => readYaml('a.yaml', text).problems.map(sentence);

describe('what YAML offers to programmers is refused', () => {
  it.each([
    [
      'a tab',
      'a:\n\tb: 1\n\tc: 2\n',
      [
        'a.yaml:2:1 a tab stands here; write spaces instead',
        'a.yaml:3:1 a tab stands here; write spaces instead',
      ],
    ],
    ['a tab in a text', 'a: b\tc\n', ['a.yaml:1:5 a tab stands here; write spaces instead']],
    [
      'an anchor and an alias',
      'a: &x 1\nb: [*x]\n',
      [
        'a.yaml:1:4 a: "&x" names this part to repeat it elsewhere; delete the name',
        'a.yaml:2:5 b › item 1: "*x" repeats another part of the file; write it out instead',
      ],
    ],
    [
      'an anchor on a group',
      'a: &x\n  b: 1\n',
      ['a.yaml:1:4 a: "&x" names this part to repeat it elsewhere; delete the name'],
    ],
    [
      'an anchor that explodes',
      `a: &a [x, x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [*${'abcdefghi'[index]}, *${'abcdefghi'[index]}]\n`).join('')}`,
      expect.any(Array),
    ],
    [
      'a merge key',
      '<<: { a: 1 }\n',
      ['a.yaml:1:1 "<<" merges another part of the file; write its fields out'],
    ],
    [
      'a tag',
      'a: !!str 1\nb: !secret x\n',
      [
        'a.yaml:1:4 a: the tag "!!str" changes how the value is read; delete it',
        'a.yaml:2:4 b: the tag "!secret" changes how the value is read; delete it',
      ],
    ],
    [
      'a directive',
      '%YAML 1.1\n---\na: no\n',
      ['a.yaml:1:1 a line that starts with % changes how the file is read; delete it'],
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2\n',
      ['a.yaml:3:1 a second document starts after "---"; keep one document in a file'],
    ],
  ])('%s', (_, text, problems) => {
    const { file, problems: found } = readYaml('a.yaml', text);
    expect(found.map(sentence)).toEqual(problems);
    expect(found.length).toBeGreaterThan(0);
    expect(file.data).toBeUndefined();
  });
});

describe('slips in the writing', () => {
  it.each([
    [
      'a field twice',
      'a: 1\nb: 2\na: 3\n',
      'a.yaml:3:1 a: the field "a" is written twice; keep one of the two (the other stands in line 1)',
    ],
    [
      'a colon in a text',
      'a: b: c\n',
      'a.yaml:1:4 a: a colon with a space after it stands inside the text; put the whole text in quotes',
    ],
    [
      'an open quote',
      'a: "b\nc: 1\n',
      'a.yaml:1:4 a: the quote that is opened here is not closed; write the same quote again at the end of the text',
    ],
    [
      'an open bracket',
      'a:\n  b: [x, y\n  c: 1\n',
      'a.yaml:2:6 a › b: the bracket that is opened here is not closed; write ] where it ends',
    ],
    [
      'an open brace beside a closed bracket',
      'a: {b: [x], c: 1\nd: 2\n',
      'a.yaml:1:4 a: the bracket that is opened here is not closed; write } where it ends',
    ],
    [
      'a sign that cannot start a text',
      'a: @b\n',
      'a.yaml:1:4 a: a text cannot start with @ unless it stands in quotes; put the whole text in quotes',
    ],
    [
      'a field out of line',
      'a:\n  b: 1\n c: 2\n',
      'a.yaml:3:1 a › b: this line is not indented like the lines it belongs to; give it the same number of spaces',
    ],
    [
      'a backslash in double quotes',
      'a: "\\q"\n',
      'a.yaml:1:5 a: a backslash in double quotes has a meaning of its own; write the text in single quotes',
    ],
    [
      'a quote in single quotes',
      "a: 'it's'\n",
      'a.yaml:1:8 a: "s\'" does not belong here; put a text with special signs in quotes, and close each bracket and quote once',
    ],
  ])('%s', (_, text, message) => {
    expect(read(text)[0]).toBe(message);
  });
});

describe('slips without end', () => {
  it.each([
    ['tabs', '\t\n'.repeat(150_000)],
    ['aliases', `a: [${'*x, '.repeat(20_000)}1]\n`],
    ['fields', 'a: 1\n'.repeat(2000)],
  ])('are told as far as anybody reads: %s', (_, text) => {
    const told = read(text);
    expect(told).toHaveLength(51);
    expect(told.at(-1)).toContain(
      'more of the same follows from here on; correct what stands above first',
    );
  });
});

describe('readYaml', () => {
  it('reads many fields in the time of as many lines', () => {
    const fields = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1\n`).join('');
    const start = performance.now();
    expect(readYaml('a.yaml', fields).problems).toEqual([]);
    // To compare each with all others took a minute and more.
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);

  it('reads no, yes and dates as words', () => {
    expect(readYaml('a.yaml', 'a: no\nb: yes\nc: 2022-09-16\nd: on\n').file.data).toEqual({
      a: 'no',
      b: 'yes',
      c: '2022-09-16',
      d: 'on',
    });
  });

  it('never fails, whatever the text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        ': ',
        '\n',
        '  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '&x ',
        '*x',
        '!t ',
        '|',
        '>',
        '#',
        '? ',
        '%',
        '---\n',
        '\t',
        '<<',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pieces.map((list) => list.join('')),
        ),
        (text) => {
          const { file, problems } = readYaml('a.yaml', text);
          expect(problems.length === 0).toBe(file.data !== undefined);
          for (const { line, column } of problems)
            expect(Math.min(line, column)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
