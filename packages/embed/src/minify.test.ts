import { describe, expect, it } from 'vitest';
import { minifyCss } from '../scripts/minify-css.ts';
import { minifyHtml } from '../scripts/minify-html.ts';

describe('minifyHtml', () => {
  it.each<[string, string[], string[]]>([
    ['drops white space with a line break', ['<p>\n  <b>', '</b>\n</p>\n'], ['<p><b>', '</b></p>']],
    ['keeps a space on one line', ['<b>', '</b> <i>and</i> so '], ['<b>', '</b> <i>and</i> so ']],
    ['takes the white space around words', ['<p>\n  Two words\n</p>'], ['<p>Two words</p>']],
    ['drops a line break beside a value', ['\n', '\n', '\n'], ['', '', '']],
    [
      'puts one space between attributes',
      ['<a\n  href=', '\n  title="x"\n>'],
      ['<a href=', ' title="x">'],
    ],
    [
      'closes tags that were broken',
      ['<a href=', '\n  ><b\n  >', '</b\n></a>'],
      ['<a href=', '><b>', '</b></a>'],
    ],
    [
      'leaves attribute values alone',
      ['<i class="a\n b  ', "\" title='  >\n '>"],
      ['<i class="a\n b  ', "\" title='  >\n '>"],
    ],
    ['reads a sign for less than as text', ['a < b ', '<b>c</b>'], ['a < b ', '<b>c</b>']],
  ])('%s', (_, strings, expected) => {
    expect(minifyHtml(strings)).toEqual(expected);
  });

  it.each([
    ['a line break between words', ['two\nwords']],
    ['a comment', ['<p><!-- why --></p>']],
    ['preformatted text', ['<pre>\n</pre>']],
  ])('refuses %s', (_, strings) => {
    expect(() => minifyHtml(strings)).toThrow();
  });
});

describe('minifyCss', () => {
  it('keeps what our engines need', () => {
    const css = minifyCss(`:host { color: light-dark(oklch(0 0 0), oklch(1 0 0)); }
      :host(:state(stale)) ::slotted(a) { inset-inline-start: 0; }
      @container (width < 36rem) { .a { color: red; } }`);
    expect(css).toBe(
      ':host{color:light-dark(oklch(0% 0 0),oklch(100% 0 0))}:host(:state(stale)) ::slotted(a){inset-inline-start:0}@container (width<36rem){.a{color:red}}',
    );
  });

  it('refuses what is not CSS', () => {
    expect(() => minifyCss('.a { color: }}')).toThrow();
  });
});
