import { fixture } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { drawing } from './draw.ts';
import {
  counted,
  define,
  directionOf,
  isSameLanguage,
  type Languages,
  loadLanguage,
  registerStrings,
  SealmarkElement,
  wordsIn,
} from './index.ts';

/** Words that come when they are told to. */
function later() {
  let come = (_words?: Record<string, string>) => {};
  const words = new Promise<{ default: Record<string, string> }>((resolve, reject) => {
    come = (given) => (given ? resolve({ default: given }) : reject(new Error('offline')));
  });
  const load = vi.fn(() => words);
  return { load, come };
}

class SpeakingSample extends SealmarkElement<SpeakingSample> {
  static override readonly words = { greeting: 'Hello', 'sheep-one': '{count} sheep only' };

  static override languages: Languages = {};

  static override readonly drawing = () =>
    Promise.resolve({
      default: drawing<SpeakingSample>({}, (sample, locale) => {
        sample.renders += 1;
        return { content: html`<p lang=${locale.language}>${locale('greeting')}</p>`, states: [] };
      }),
    });

  renders = 0;
}

define('speaking-sample', SpeakingSample);

const wordsOf = (element: Element) => element.shadowRoot?.querySelector('p')?.textContent;

describe('the words of a language', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch', 'de'],
    ['zh', 'zh-hans'],
    ['zh-CN', 'zh-hans'],
    ['zh-Hans-SG', 'zh-hans'],
    ['fa-AF', 'fa'],
  ])('are loaded for %s from %s', (language, key) => {
    const { load } = later();
    void loadLanguage({ [key]: load }, language);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each(['zh-TW', 'zh-Hant', 'en', 'en-GB', 'it', '', 'not a language', 'constructor'])(
    'are not loaded for %j',
    (language) => {
      const { load } = later();
      expect(loadLanguage({ 'zh-hans': load, de: load }, language)).toBeUndefined();
      expect(load).not.toHaveBeenCalled();
    },
  );

  it('are loaded once, and waited for by all', async () => {
    const { load, come } = later();
    const languages = { de: load };
    const [first, second] = [loadLanguage(languages, 'de'), loadLanguage(languages, 'de-AT')];
    come({ greeting: 'Hallo' });
    await Promise.all([first, second]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(loadLanguage(languages, 'de')).toBeUndefined();
    expect(wordsIn(languages, 'de-CH')).toEqual({ greeting: 'Hallo' });
  });

  it('of the page go before those that come along', async () => {
    const { load, come } = later();
    const languages = { nl: load };
    registerStrings('nl', { greeting: 'Dag' });
    come({ greeting: 'Hallo', farewell: 'Tot ziens' });
    await loadLanguage(languages, 'nl');
    expect(wordsIn(languages, 'nl')).toEqual({ greeting: 'Dag', farewell: 'Tot ziens' });
  });
});

describe('an element in a language that is not there yet', () => {
  it('shows its children, then its words', async () => {
    const { load, come } = later();
    SpeakingSample.languages = { sv: load };
    const place = await fixture<HTMLElement>('<div lang="sv"></div>');
    const sample = new SpeakingSample();
    place.append(sample);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sample.shadowRoot?.innerHTML).toBe('<slot></slot>');
    come({ greeting: 'Hej' });
    await sample.updateComplete;
    expect(wordsOf(sample)).toBe('Hej');
    expect(sample.shadowRoot?.querySelector('slot')).toBeNull();
    expect(sample.renders).toBe(1);
  });

  it('keeps its words when the language changes, until the new ones are there', async () => {
    const { load, come } = later();
    SpeakingSample.languages = { fi: load };
    const sample = await fixture<SpeakingSample>('<speaking-sample></speaking-sample>');
    sample.lang = 'fi';
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(wordsOf(sample)).toBe('Hello');
    come({ greeting: 'Hei' });
    await sample.updateComplete;
    expect(wordsOf(sample)).toBe('Hei');
  });

  it('speaks English, dates and all, when the words cannot be had, and says so once', async () => {
    const { load, come } = later();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    SpeakingSample.languages = { da: load };
    const place = await fixture<HTMLElement>('<div lang="da"></div>');
    const sample = new SpeakingSample();
    place.append(sample);
    come();
    await sample.updateComplete;
    expect(wordsOf(sample)).toBe('Hello');
    expect(sample.shadowRoot?.querySelector('p')?.lang).toBe('en');
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain('“da”');
    warn.mockRestore();
  });
});

describe('counted', () => {
  const speak = (language: string, words: Record<string, string>) =>
    Object.assign((key: string) => words[key] ?? key, { language, place: language });

  it('chooses the form as the language counts', () => {
    const russian = speak('ru', {
      'sources-one': '{count} источник',
      'sources-few': '{count} источника',
      'sources-many': '{count} источников',
    });
    expect([1, 3, 5, 21].map((count) => counted(russian, 'sources', count))).toEqual([
      '1 источник',
      '3 источника',
      '5 источников',
      '21 источник',
    ]);
  });

  it('takes the general form for one that is not there', () => {
    const english = speak('en', { 'sources-other': '{count} sources' });
    expect(counted(english, 'sources', 1)).toBe('1 sources');
  });
});

describe('languages', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-AF', 'rtl'],
    ['FA', 'rtl'],
    ['de', 'ltr'],
    ['', 'ltr'],
    ['arn', 'ltr'],
  ])('%j is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });

  it('are the same wherever they are spoken', () => {
    expect(isSameLanguage('en', 'en-GB')).toBe(true);
    expect(isSameLanguage('EN', 'en')).toBe(true);
    expect(isSameLanguage('en', 'de')).toBe(false);
  });
});
