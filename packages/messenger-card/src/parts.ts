import { type ContentSource, fill, hostOf, type Locale, safeUrl } from '@sealmark/element-kit';
import { html, inLanguage, link, nothing, svg, time } from '@sealmark/element-kit/draw.js';
import type { CardLogo, CardRecord, CardSource } from '@sealmark/schema';

/** All that a card is drawn from, besides its words. */
export interface CardData {
  /** What is shown; `undefined` where there is no record. */
  readonly record: CardRecord | undefined;
  /** Keys of the words for the fields that are missing. */
  readonly lacks: readonly string[];
  readonly content: ContentSource | undefined;
  readonly headingLevel: number;
  readonly compact: boolean;
  readonly open: boolean;
  /** The visitor's platform, where it is known. */
  readonly platform: string | undefined;
  /** The states of the card, which stand in its class. */
  readonly states: readonly string[];
}

/** What a card is drawn from, with its words. */
export interface CardView extends CardData {
  readonly locale: Locale;
  /** The language of the record, where it is another than that of the words. */
  readonly other: string | undefined;
}

/** The card around what it holds. Its class says what a build knows as well, so not that it is stale. */
export const article = ({ compact, states }: CardView, inside: unknown): unknown =>
  html`<article class="card ${compact ? 'compact ' : ''}${states.filter((name) => name !== 'stale').join(' ')}" part="card">${inside}</article>`;

/** The mark, and beside it the name, what stands under it, and the summary. */
export const header = (
  mark: unknown,
  title: unknown,
  under: unknown = nothing,
  summary: unknown = nothing,
): unknown =>
  html`<header part="header"><slot name="logo">${mark}</slot><div><div class="title">${title}${under}</div>${summary}</div></header>`;

/** What a reader must know first: its glyph, its tone, its word, and the words. A card has one that is read aloud when it comes. */
export const notice = (
  glyph: string,
  tone: string,
  word: string,
  words: unknown,
  role: unknown = 'status',
): unknown =>
  html`<div class="row notice ${tone}" part="notice" role=${role}><b class="label"><span class="glyph ${glyph}"></span>${word}</b> <p>${words}</p></div>`;

/** The name as a heading of the level that the page wants. */
export function heading(
  name: string,
  { headingLevel, other }: CardView,
  qualifier?: string,
): unknown {
  const words = html`<bdi>${name}</bdi>${qualifier ? html` <small part="qualifier">${inLanguage(qualifier, other)}</small>` : nothing}`;
  switch (headingLevel) {
    case 2:
      return html`<h2 part="name">${words}</h2>`;
    case 4:
      return html`<h4 part="name">${words}</h4>`;
    case 5:
      return html`<h5 part="name">${words}</h5>`;
    case 6:
      return html`<h6 part="name">${words}</h6>`;
    default:
      return html`<h3 part="name">${words}</h3>`;
  }
}

/** The mark stands beside the name and says nothing else, so it is not read aloud. */
export function logo(mark: CardLogo | undefined, name: string): unknown {
  if (!mark)
    return html`<span class="logo none" part="logo" aria-hidden="true">${[...name][0]}</span>`;
  const { viewBox, paths } = mark;
  return html`<span class="logo" part="logo"><svg viewBox=${viewBox} aria-hidden="true">${paths.map(({ d, fill: color }) => svg`<path fill=${color} d=${d}></path>`)}</svg></span>`;
}

/** A row of label, value and evidence. */
export const fact = (label: unknown, value: unknown, evidence?: unknown): unknown =>
  html`<div><dt>${label}</dt><dd>${value}</dd>${evidence ? html`<dd class="src">${evidence}</dd>` : nothing}</div>`;

/** A date is a link to its source; a date alone where the address will not do. */
export function cited({ url, date }: CardSource, locale: Locale): unknown {
  const when = time(date.slice(0, 7), locale.language);
  if (!safeUrl(url)) return when;
  const words = fill(locale('cited'), { host: html`<bdi>${hostOf(url)}</bdi>`, date: when });
  return link(url, html`<span class="only-read">${locale('source')}</span>${words}`);
}
