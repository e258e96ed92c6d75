import { isSameLanguage } from './languages.ts';
import type { Locale } from './strings.ts';
import { html } from './template.ts';

/**
 * The language of content, where it is another than that of the words around it; `undefined` where it is the same. Content
 * that names none is English.
 */
export function otherLanguage(
  lang: string | null | undefined,
  { language }: Locale,
): string | undefined {
  const own = lang ?? 'en';
  return own === language || isSameLanguage(own, language) ? undefined : own;
}

/** Words; where they are in another language than those around them, they name it and run its way (WCAG 2.2, 3.1.2). */
export const inLanguage = (words: unknown, other: string | undefined): unknown =>
  other ? html`<span lang=${other} dir="auto">${words}</span>` : words;
