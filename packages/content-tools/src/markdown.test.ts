import type { Block, Inline } from '@sealmark/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeAddress } from './addresses.ts';
import { linksOf as textLinks, plainTextOf, toRichText } from './markdown.ts';
import { assertPublished } from './schema.ts';

const problems = (markdown: string) => toRichText(markdown).problems.map(({ message }) => message);

describe('toRichText', () => {
  it('makes paragraphs, lists, strong, emphasis, code and links', () => {
    const { blocks, problems: found } = toRichText(
      'One *two*\nthree **four** `five`.\n\n1. [six](https://x.example/a?b#c)\n2. seven\n',
    );
    expect(found).toEqual([]);
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          'One ',
          { type: 'emphasis', children: ['two'] },
          ' three ',
          { type: 'strong', children: ['four'] },
          ' ',
          { type: 'code', text: 'five' },
          '.',
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [[{ type: 'link', url: 'https://x.example/a?b#c', children: ['six'] }], ['seven']],
      },
    ]);
  });

  it.each([
    [
      'a heading',
      '# A',
      'a heading does not belong into a text; write a paragraph (a line of === or --- below a text makes a heading, too)',
    ],
    [
      'HTML',
      '<b>A</b>',
      'HTML does not belong into a text; write **strong**, *emphasis*, `code` or [words](https://example.org)',
    ],
    [
      'a block of HTML',
      '<div>\nA\n</div>',
      'HTML does not belong into a text; write **strong**, *emphasis*, `code` or [words](https://example.org)',
    ],
    [
      'HTML in a sentence',
      'a <b>A</b>',
      'HTML does not belong into a text; write **strong**, *emphasis*, `code` or [words](https://example.org)',
    ],
    [
      'a picture',
      '![A](https://x.example/a.png)',
      'a picture does not belong into a text; say in words what it shows',
    ],
    [
      'a block of code',
      '```\nA\n```',
      'a block of code does not belong into a text; write `code` inside a sentence, and start lines without spaces',
    ],
    [
      'an indented block of code',
      '    A',
      'a block of code does not belong into a text; write `code` inside a sentence, and start lines without spaces',
    ],
    ['a quotation', '> A', 'a quotation does not belong into a text; write it in our own words'],
    [
      'a line across',
      'A\n\n***',
      'a line across does not belong into a text; begin a new paragraph with an empty line',
    ],
    [
      'a list in a list',
      '- A\n  - B',
      'an item of a list holds more than a line of text; write each item as one paragraph, without a list inside',
    ],
    [
      'a broken line',
      'A\\\nB',
      'a line cannot be broken by hand; begin a new paragraph with an empty line, and end lines without spaces or a backslash',
    ],
    [
      'a link by reference',
      '[A]: https://x.example/',
      'the address of a link stands by itself; write it beside the words: [words](https://example.org)',
    ],
    [
      'a link with a title',
      '[A](https://x.example/ "B")',
      'the link has a title that nobody would see; delete "B"',
    ],
    [
      'a link without words',
      '[](https://x.example/)',
      'the link has no words; write them in the square brackets',
    ],
    [
      'a link of another kind',
      '[A](data:text/html,x)',
      '"data:text/html,x" is not a web address (it starts with data:); write one that starts with https://',
    ],
    [
      'a link inside the site',
      '[A](../b.md)',
      '"../b.md" is not a whole web address; write one that starts with https://',
    ],
    [
      'an address with a name',
      '<https://me@x.example/>',
      'the address "https://me@x.example/" has a name in it; leave out what stands before the @',
    ],
  ])('refuses %s', (_, markdown, message) => {
    expect(problems(markdown)[0]).toBe(message);
  });

  it.each([
    ['a text', 4000, 'a'.repeat(4000), 'a'.repeat(4001)],
    ['lists within lists', 15, `${'- '.repeat(15)}a`, `${'- '.repeat(16)}a`],
    ['quotations within quotations', 15, `a\n${'>'.repeat(15)}a`, `a\n${'>'.repeat(16)}a`],
    ['numbered lists', 15, `${'1. '.repeat(15)}a`, `${'1. '.repeat(16)}a`],
  ])('reads %s up to %i, and no more', (_, __, most, more) => {
    expect(problems(most).join()).not.toMatch(/at most|deeply/);
    expect(problems(more).join()).toMatch(/at most|deeply/);
    expect(toRichText(more).blocks).toEqual([]);
  });

  it('finds where the addresses of links stand', () => {
    const links = (markdown: string) => textLinks(markdown).map(({ url, offset }) => [url, offset]);
    expect(links('a *[b](https://x.example/a)* and [c](https://x.example/)')).toEqual([
      ['https://x.example/a', 7],
      ['https://x.example/', 37],
    ]);
    expect(links('- <https://x.example/>')).toEqual([['https://x.example/', 3]]);
    expect(links('[a](https://x.example/?a&amp;b)')).toEqual([
      ['https://x.example/?a&b', undefined],
    ]);
    expect(links('https://x.example/ `[a](https://x.example/)`')).toEqual([]);
  });

  it('says where the piece stands', () => {
    expect(toRichText('a\n\nb <i>c</i>').problems[0]).toMatchObject({ piece: '<i>', offset: 5 });
  });

  const signs = fc.constantFrom(
    ...'ab c*_`[]()<>!#-1.\\&"\'\n=~|:/',
    'https://x.example/',
    'http://x.example',
    'javascript:',
    '<b>',
    '\n\n',
    '    ',
    '- ',
    '```',
    '![',
    '](',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(signs, { maxLength: 40 }).map((list) => list.join('')),
  );

  it('yields nothing but the subset, whatever the text', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const { blocks, problems: found } = toRichText(markdown);
        for (const url of linksOf(blocks)) expect(isSafeAddress(url)).toBe(true);
        if (found.length === 0) assertPublished('richText', blocks, 'a text');
        for (const { piece, offset } of found)
          expect(markdown.startsWith(piece, offset)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every word of a text without marking', () => {
    const word = fc.stringMatching(/^[\p{L}\p{Nd}]{1,8}$/u);
    const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    });
    const marks = fc.constantFrom('', '*', '**', '`');
    fc.assert(
      fc.property(paragraphs, marks, (words, mark) => {
        const { blocks, problems: found } = toRichText(
          words.map((line) => line.map((item) => mark + item + mark).join(' ')).join('\n\n'),
        );
        expect(found).toEqual([]);
        expect(plainTextOf(blocks)).toBe(words.map((line) => line.join(' ')).join('\n'));
      }),
    );
  });
});

function linksOf(blocks: readonly Block[]): string[] {
  const visit = (node: Inline): string[] => {
    if (typeof node === 'string' || node.type === 'code') return [];
    return [...(node.type === 'link' ? [node.url] : []), ...node.children.flatMap(visit)];
  };
  return blocks
    .flatMap((block) => (block.type === 'list' ? block.items.flat() : block.children))
    .flatMap(visit);
}
