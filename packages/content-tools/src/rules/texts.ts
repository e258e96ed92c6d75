import { isSafeAddress, wrongAddress } from '../addresses.ts';
import { toRichText } from '../markdown.ts';
import type { Rule } from './rule.ts';

/** Texts hold simple marking only, and links that readers can follow. */
export const texts: Rule =
  (_, report) =>
  ({ file, visits }) => {
    for (const { path, value, definition } of visits) {
      if (typeof value !== 'string') continue;
      if (definition === 'httpsUrl' && !isSafeAddress(value))
        report(file, path, wrongAddress(value));
      if (definition !== 'richText') continue;
      for (const { message, piece, offset } of toRichText(value).problems) {
        report(file, path, message, { piece: { text: piece, offset } });
      }
    }
  };
