import { warn } from './report.ts';
import { registeredStrings, type Strings } from './strings.ts';

/** How the words of an element are loaded in each language that it speaks beside English, by tag in small letters. */
export type Languages = Readonly<Record<string, () => Promise<{ readonly default: Strings }>>>;

type Loader = Languages[string];

/** Languages whose words are those of several parts, loaded together. */
export function joinLanguages(...parts: readonly Languages[]): Languages {
  const tags = new Set(parts.flatMap((part) => Object.keys(part)));
  const load = async (tag: string) => {
    const modules = await Promise.all(parts.map((part) => part[tag]?.()));
    return { default: Object.assign({}, ...modules.map((module) => module?.default)) as Strings };
  };
  return Object.fromEntries([...tags].map((tag) => [tag, () => load(tag)]));
}

/** What became of each loader: its words, or the promise that ends once they are there. */
const loaded = new Map<Loader, Strings | Promise<void>>();

/** The loader for a language: of `de-AT` that of `de`, of `zh-CN` that of `zh-hans`, of `zh-TW` none. */
function loaderOf(languages: Languages, language: string): Loader | undefined {
  try {
    const { language: base, script } = new Intl.Locale(language).maximize();
    return languages[`${base}-${script?.toLowerCase()}`] ?? languages[base];
  } catch {
    return undefined;
  }
}

/**
 * Loads the words of a language unless they are there. Gives `undefined` where nothing has to be waited for, also for
 * English and for a language that is not spoken. Never rejects: words that cannot be had stay English.
 */
export function loadLanguage(languages: Languages, language: string): Promise<void> | undefined {
  const load = loaderOf(languages, language);
  if (!load) return undefined;
  const known = loaded.get(load);
  if (known) return known instanceof Promise ? known : undefined;
  const promise = load().then(
    (module) => void loaded.set(load, module.default),
    () => {
      loaded.set(load, {});
      warn(`the words for “${language}” could not be loaded; they stay English`);
    },
  );
  loaded.set(load, promise);
  return promise;
}

/** The words in a language, those that a page registered before those that came along; empty where there are none. */
export function wordsIn(languages: Languages, language: string): Strings {
  const load = loaderOf(languages, language);
  const known = load && loaded.get(load);
  return { ...(known instanceof Promise ? undefined : known), ...registeredStrings(language) };
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
