import { describe, expect, it } from 'vitest';
import { toCsv, toMarkdown } from './tables.ts';

/** Cells as CSV has them, read by the rules of RFC 4180. */
function readCsv(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell]) =>
        (cell as string).replaceAll('""', '"'),
      ),
    );
}

describe('CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '|cmd',
    '＝1',
    '=HYPERLINK("https://a.example","x")',
  ])('is no formula: %s', (cell) => {
    expect(readCsv(toCsv([[cell]]))).toEqual([[`'${cell}`]]);
  });

  it('keeps every other text as it is', () => {
    const table = [
      ['Question', 'A, B', '"quoted"'],
      ['x', 'two; three', 'https://a.example/?a=1,2'],
    ];
    expect(readCsv(toCsv(table))).toEqual(table);
  });
});

describe('Markdown', () => {
  it('is a table whatever its cells say', () => {
    const text = toMarkdown([
      ['a', 'b'],
      ['x | y\nz', '<script>[a](javascript:b)`*_'],
    ]);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toContain('| x \\| y z | \\<script\\>\\[a\\](javascript:b)\\`\\*\\_ |');
  });

  it('leads where the addresses lead', () => {
    const address = 'https://a.example/b_c/~d?e=*&f=[g]';
    expect(toMarkdown([['a'], [`${address} https://b.example/h|i`]])).toContain(
      `| <${address}> <https://b.example/h%7Ci> |`,
    );
  });
});
