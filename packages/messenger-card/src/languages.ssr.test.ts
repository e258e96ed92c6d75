import { describe, expect, it } from 'vitest';
import { languages } from './languages/index.ts';
import { cardWords } from './card-words.ts';
import french from './languages/fr.ts';
import russian from './languages/ru.ts';

/** What is called the same everywhere: names, and what has a form for each number. */
const names = ['android', 'ios', 'windows', 'macos', 'linux'];
const plurals = ['sources', 'age'];
const isPlural = (key: string) => plurals.some((name) => key.startsWith(`${name}-`));
const english: Record<string, string> = cardWords;
const needed = Object.keys(english).filter((key) => !names.includes(key) && !isPlural(key));

/** The names of the values that stand in words. */
const values = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(Object.keys(languages))('the words in %s', (language) => {
  it('are all there, and no others', async () => {
    const { default: spoken } = await languages[language]!();
    const keys = Object.keys(spoken).filter((key) => !isPlural(key));
    expect(keys.sort()).toEqual(needed.toSorted());
  });

  it('hold the same values as in English', async () => {
    const { default: spoken } = await languages[language]!();
    for (const key of needed) expect(values(spoken[key]), key).toEqual(values(english[key]));
  });

  it('have every form of number that the language has', async () => {
    const { default: spoken } = await languages[language]!();
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const name of plurals) {
      for (const form of pluralCategories) {
        const words = spoken[`${name}-${form}`] ?? spoken[`${name}-other`];
        expect(words, `${name}-${form}`).toMatch(/\p{L}/u);
      }
    }
  });
});

describe('the words of the card', () => {
  it('in French keep their colons, semicolons and quotation marks on the line', () => {
    for (const words of Object.values(french))
      expect(words).not.toMatch(/ [:;!?»]|[^\s\u00A0\u202F(«][:;!?»]|« |«[^\u00A0\u202F]/);
  });

  it('in Russian put no full stop after a date, which ends with one', () => {
    for (const words of Object.values(russian)) expect(words).not.toMatch(/\{(date|due|until)\}\./);
  });
});

describe('the languages', () => {
  it('are the eight that we promise', () => {
    expect(['en', ...Object.keys(languages)].sort()).toEqual(
      ['en', 'de', 'es', 'fr', 'ru', 'zh-hans', 'ar', 'fa'].sort(),
    );
  });
});
