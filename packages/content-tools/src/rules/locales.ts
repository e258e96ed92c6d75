import { quote } from '../words.ts';
import { addressesOf } from './addresses.ts';
import type { Rule } from './rule.ts';

/** Languages that sites have in their paths; none of them is a word that a path has for another reason. */
const LANGUAGES =
  'ar bg bn ca cs da de el en es fa fi fr he hi hr hu ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh';
const LOCALE = new RegExp(`^(${LANGUAGES.replaceAll(' ', '|')})([-_][a-z]{2,4})?$`, 'i');
const PARAMETERS = ['hl', 'lang', 'language', 'locale', 'gl'];

/** A link lets the reader's own browser choose the language. A source stays as it was read. */
export const locales: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, url, isSource } of addressesOf(visits)) {
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
        { piece: { text: url, nth: 0 } },
      );
    }
  };
