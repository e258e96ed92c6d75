import { formatDate } from './dates.ts';
import { html } from './template.ts';

/** A date as `<time>`, in the words of a language. */
export function time(date: string, language: string): unknown {
  return html`<time datetime=${date}>${formatDate(date, language)}</time>`;
}
