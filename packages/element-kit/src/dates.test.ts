import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatList, listPieces } from './index.ts';

describe('formatDate', () => {
  it.each([
    ['2022', 'en', '2022'],
    ['2022-09', 'en', 'Sep 2022'],
    ['2022-09-16', 'en', '16 Sep 2022'],
    ['2022-09-16', 'en-US', 'Sep 16, 2022'],
    ['2022-09-16', 'de', '16. Sept. 2022'],
    ['2022-09', 'es', 'sept 2022'],
    ['2022-09-16', 'fr', '16 sept. 2022'],
    ['2022-09', 'ru', 'сент. 2022 г.'],
    ['2022-09-16', 'zh-Hans', '2022年9月16日'],
    ['2022-09', 'ar', 'سبتمبر 2022'],
  ])('writes %s in %s as %s', (date, language, words) => {
    expect(formatDate(date, language)).toBe(words);
  });

  it.each(['fa', 'th', 'ar-SA', 'ar-EG', 'ja-JP-u-ca-japanese'])(
    'keeps the calendar and figures of the years that stand alone, in %s',
    (language) => {
      expect(formatDate('2022-09-16', language)).toContain('2022');
    },
  );

  it('names the day that was written, wherever the reader is', () => {
    expect(formatDate('2024-01-01', 'en')).toBe('1 Jan 2024');
    expect(formatDate('2024-12-31', 'en')).toBe('31 Dec 2024');
  });

  it.each([
    '',
    'soon',
    '2022-13',
    '2022-02-31',
    '2022-9-1',
    '16.09.2022',
    '2022-09-16T00:00',
    '2022/2023',
  ])('gives %j back as it is', (date) => {
    expect(formatDate(date, 'en')).toBe(date);
  });

  it.each(['', 'en_US', 'not a language', '\u0000', 'x'.repeat(1000)])(
    'falls back on English for the language %j',
    (language) => {
      expect(formatDate('2022-09', language)).toBe('Sep 2022');
    },
  );

  it('never throws', () => {
    const date = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.nat(9999), fc.nat(99), fc.nat(99))
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')),
      fc.stringMatching(/^\d{4}-\d\d(-\d\d)?$/),
    );
    const language = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z]{2,4})?(-u-ca-[a-z]{3,8})?$/),
    );
    fc.assert(
      fc.property(date, language, (given, tag) => {
        expect(formatDate(given, tag)).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('formatList', () => {
  it.each([
    ['en', 'Android, iOS, Windows', 'Android, iOS, and Windows'],
    ['en-GB', 'Android, iOS, Windows', 'Android, iOS and Windows'],
    ['de', 'Android, iOS und Windows', 'Android, iOS und Windows'],
    ['ru', 'Android, iOS, Windows', 'Android, iOS и Windows'],
    ['zh-Hans', 'Android、iOS、Windows', 'Android、iOS和Windows'],
  ])('joins words as one does in %s', (language, plain, inSentence) => {
    const words = ['Android', 'iOS', 'Windows'];
    expect(formatList(words, language)).toBe(plain);
    expect(formatList(words, language, 'conjunction')).toBe(inSentence);
  });

  it('takes any language for English that it does not know', () => {
    expect(formatList(['Android', 'iOS'], 'en_US')).toBe('Android, iOS');
  });

  it.each([[[]], [['iOS']]])('makes no list of %j', (words) => {
    expect(formatList(words, 'en', 'conjunction')).toBe(words.join());
  });

  it('gives its pieces, each word in what it is shown in', () => {
    const show = (word: string, index: number) => [word, index];
    expect(listPieces(['a', 'b'], 'en', 'conjunction', show)).toEqual([
      ['a', 0],
      ' and ',
      ['b', 1],
    ]);
    expect(listPieces(['a'], 'en', 'conjunction', show)).toEqual([['a', 0]]);
  });
});
