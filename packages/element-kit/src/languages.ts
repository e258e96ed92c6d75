import { have, type Loader, need, provide } from './later.ts';
import { once } from './once.ts';
import { warn } from './report.ts';
import { registeredStrings, type Strings } from './strings.ts';

/** How the words of an element are loaded in each language that it speaks beside English, by tag in small letters. */
export type Languages = Readonly<Record<string, Loader<Strings>>>;

/** Languages whose words are those of several parts, loaded together. */
export function joinLanguages(...parts: readonly Languages[]): Languages {
  const tags = new Set(parts.flatMap((part) => Object.keys(part)));
  const load = async (tag: string) => {
    const modules = await Promise.all(parts.map((part) => part[tag]?.()));
    return { default: Object.assign({}, ...modules.map((module) => module?.default)) as Strings };
  };
  return Object.fromEntries([...tags].map((tag) => [tag, () => load(tag)]));
}

/** The tag of the language that is spoken: for `de-AT` it is `de`, for `zh-CN` it is `zh-hans`, for `zh-TW` none. */
export const spokenIn = (languages: Languages, language: string): string | undefined =>
  candidates(language).find((tag) => Object.hasOwn(languages, tag));

/** The tags under which the words of a language may stand. */
const candidates = (language: string): readonly string[] =>
  once(`tags ${language}`, () => {
    try {
      const { language: base, script } = new Intl.Locale(language).maximize();
      return [`${base}-${script?.toLowerCase()}`, base];
    } catch {
      return [];
    }
  });

const loaderOf = (languages: Languages, language: string) =>
  languages[spokenIn(languages, language) ?? ''];

/**
 * Loads the words of a language unless they are there. Gives `undefined` where nothing has to be waited for, also for
 * English and for a language that is not spoken. Never rejects: words that cannot be had stay English.
 */
export function loadLanguage(languages: Languages, language: string): Promise<void> | undefined {
  const loader = loaderOf(languages, language);
  return need(loader)?.catch(() => {
    if (loader) provide(loader, {});
    warn(`the words for “${language}” could not be loaded; they stay English`);
  });
}

/** The words in a language, those that a page registered before those that came along; empty where there are none. */
export function wordsIn(languages: Languages, language: string): Strings {
  return { ...have(loaderOf(languages, language)), ...registeredStrings(language) };
}

/** The first part of a tag: the language without its country. */
const baseOf = (language: string) => language.toLowerCase().split('-')[0] as string;

/** Whether two tags name the same language, wherever it is spoken. */
export const isSameLanguage = (one: string, other: string): boolean =>
  baseOf(one) === baseOf(other);

/** The languages that are written from right to left. */
const leftward = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)$/;

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  leftward.test(baseOf(language)) ? 'rtl' : 'ltr';

/**
 * The language of an element's place: the nearest `lang`, also across shadow roots; `en` where none is set.
 */
export function languageOf(element: Element): string {
  let at: Element | null | undefined = element;
  while (at) {
    const named: Element | null = at.closest('[lang]');
    if (named) return named.getAttribute('lang') || 'en';
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return 'en';
}

const followers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back whenever a `lang` changes in a tree that an element stands in; the answer ends that. */
export function onLanguage(element: Element, notify: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const follow of followers) follow();
  });
  let root = element.getRootNode();
  for (;;) {
    observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    const { host } = root as Partial<ShadowRoot>;
    if (!host) break;
    root = host.getRootNode();
  }
  followers.add(notify);
  return () => followers.delete(notify);
}
