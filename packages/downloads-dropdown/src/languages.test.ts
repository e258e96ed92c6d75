import { describe, expect, it } from 'vitest';
import fr from './languages/fr.ts';
import { languages } from './languages/index.ts';
import { words } from './words.ts';

describe('the words of downloads', () => {
  it.each(Object.entries(languages))('are all there in %s', async (_, load) => {
    const { default: own } = await load();
    const names = ['android', 'ios', 'windows', 'macos', 'linux'];
    expect(Object.keys(own).toSorted()).toEqual(
      Object.keys(words)
        .filter((key) => !names.includes(key))
        .toSorted(),
    );
  });

  it.each(Object.entries(fr))('keep their French punctuation with its word: %s', (_, said) => {
    expect(said).not.toMatch(/ [:;!?»]|« /);
  });
});
