import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import type { Rule } from './rule.ts';

/** Languages that sites have in their paths; none of them is a word that a path has for another reason. */
const LANGUAGES =
  'ar bg bn ca cs da de el en es fa fi fr he hi hr hu ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh';
/** Languages that are told by the country after them. */
const WITH_COUNTRY =
  'af az bs cy et eu ga gl gu hy ka kk km kn ky lb lo mk ml mn mr ms mt ne pa ps si sq sw ta te tl ur uz zu';
/** Those whose names are words (`no`, `is`, `my`), with their own countries only: `no-ip` and `is-it` are no languages. */
const WORDS = 'am-et be-by id-id is-is it-it it-ch my-mm no-no so-so to-to';
const names = (list: string) => list.replaceAll(' ', '|');
const LOCALE = new RegExp(
  `^((${names(LANGUAGES)})([-_][a-z]{2,4})?|(${names(WITH_COUNTRY)})[-_][a-z]{2}|${names(WORDS).replaceAll('-', '[-_]')})$`,
  'i',
);
const PARAMETERS = ['hl', 'lang', 'language', 'locale', 'gl'];

/** A link lets the reader's own browser choose the language. A source stays as it was read. */
export const locales: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url, piece, isSource } of addressesOf(visits)) {
      if (isSource) continue;
      const address = new URL(url);
      const folders = address.pathname.split('/');
      // Apple's stores have the country in that place.
      const isCountry = (folder: string) =>
        address.hostname.endsWith('apps.apple.com') && /^[a-z]{2}$/.test(folder);
      const at = folders.findIndex(
        (folder, index) => index < 3 && (LOCALE.test(folder) || isCountry(folder)),
      );
      const parameter = PARAMETERS.find((name) => address.searchParams.has(name));
      if (at < 0 && !parameter) continue;
      const found = at < 0 ? `${parameter}=${address.searchParams.get(parameter!)}` : folders[at]!;
      if (at >= 0) address.pathname = folders.toSpliced(at, 1).join('/');
      if (parameter) address.searchParams.delete(parameter);
      report(
        file,
        path,
        `${quote(found)} in the address chooses a language or country for the reader; try it without: "${address.href}"`,
        { piece },
      );
    }
  };
