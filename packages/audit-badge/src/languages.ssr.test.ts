import { describe, expect, it } from 'vitest';
import { languages } from './languages/index.ts';
import { words as english } from './words.ts';

/** What is called the same everywhere. */
const names = ['android', 'ios', 'windows', 'macos', 'linux'];
const isAge = (key: string) => key.startsWith('age-');
const needed = Object.entries(english).filter(([key]) => !names.includes(key) && !isAge(key));

/** The names of the values that stand in words. */
const values = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(Object.entries(languages))('the words of a badge by itself in %s', (lang, load) => {
  it('are all there, and no others, with the same values as in English', async () => {
    const { default: spoken } = await load();
    const told = Object.entries(spoken).filter(([key]) => !isAge(key));
    const shape = (list: readonly (readonly [string, string])[]) =>
      Object.fromEntries(list.map(([key, words]) => [key, values(words)]));
    expect(shape(told)).toEqual(shape(needed));
    for (const [, words] of told) expect(words).toMatch(/\p{L}|^\{/u);
  });

  it('have every form of number that the language has', async () => {
    const { default: spoken } = await load();
    for (const form of new Intl.PluralRules(lang).resolvedOptions().pluralCategories)
      expect(spoken[`age-${form}`] ?? spoken['age-other'], form).toMatch(/\p{L}/u);
  });

  it('have no space at which a mark could stand alone in a line', async () => {
    const { default: spoken } = await load();
    for (const words of Object.values(spoken)) expect(words).not.toMatch(/ [:;!?»]|« /);
  });
});
