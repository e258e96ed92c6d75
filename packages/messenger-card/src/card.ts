import { audits } from '@sealmark/audit-badge';
import { downloads } from '@sealmark/downloads-dropdown';
import {
  type ContentSource,
  fill,
  formatList,
  hostOf,
  link,
  type Locale,
  richText,
  time,
} from '@sealmark/element-kit';
import type {
  CardHighlight,
  CardLogo,
  CardRecord,
  CardSource,
  MessengerCardRecord,
  MovedCardRecord,
  RemovedCardRecord,
} from '@sealmark/schema';
import { html, nothing, svg } from 'lit';
import type { Outcome } from './load.ts';

/** All that a card is drawn from, besides its record. */
export interface CardView {
  readonly locale: Locale;
  readonly content: ContentSource | undefined;
  readonly headingLevel: number;
  readonly compact: boolean;
  readonly open: boolean;
  /** The visitor's platform, where it is known. */
  readonly platform: string | undefined;
  /** The states of the card, which stand in its class. */
  readonly states: readonly string[];
  /** Whether the host has children to fall back on. */
  readonly fallback: boolean;
}

/** A card with its record. */
export function recordCard(record: CardRecord, lacks: readonly string[], view: CardView): unknown {
  if (record.kind === 'moved') return movedCard(record, view);
  if (record.kind === 'removed') return removedCard(record, view);
  return messengerCard(record, lacks, view);
}

/** A card that waits for its record. It says what was asked for, and states nothing. */
export function loadingCard(name: string, view: CardView): unknown {
  return article(
    view,
    html`${header(html`<span class="logo none"></span>`, heading(name, view), html`<p class="fine" part="maker" role="status">${view.locale('loading')}</p>`)}${
      view.fallback
        ? html`<div class="row"><span></span><div><slot></slot></div></div>`
        : html`<slot hidden></slot><div class="row blanks"><span></span><div><i></i><i></i><i></i></div></div><div class="row blanks"><span></span><div><i></i></div></div>`
    }`,
  );
}

/** A card that has nothing to show. It says what was the matter, and falls back on the host's children. */
export function failedCard({ reason, subject, status }: Outcome & { state: 'failed' }, view: CardView): unknown {
  const { locale, content } = view;
  const missing = reason === 'unknown-name' || reason === 'no-name';
  const entries = content?.href?.('entries');
  const words = missing
    ? html`${fill(locale(reason === 'no-name' ? reason : 'no-entry-for'), { name: html`<bdi>${subject}</bdi>` })}${
        entries ? html` ${link(entries, locale('all-entries'))}` : nothing
      }`
    : html`${fill(locale(reason), { address: html`<bdi>${subject || locale('data')}</bdi>`, status })} ${locale('rather-none')}`;
  return article(
    view,
    html`${notice(missing ? 'unknown' : 'alert', missing ? '' : 'alarm', locale(missing ? 'no-entry' : 'not-read'), words)}${
      view.fallback
        ? html`<div class="row"><span class="label">${locale('instead')}</span><div><slot></slot></div></div>`
        : html`<slot hidden></slot>`
    }`,
  );
}

function messengerCard(record: MessengerCardRecord, lacks: readonly string[], view: CardView): unknown {
  const { locale, compact, open, platform } = view;
  const { reviewed, reviewBy, developer, tagline } = record;
  const { language } = locale;
  return article(
    view,
    html`${
      view.states.includes('stale')
        ? notice(
            'alert',
            'caution',
            locale('stale'),
            fill(locale('stale-since'), { date: time(reviewed, language), due: time(reviewBy, language) }),
          )
        : nothing
    }${
      lacks.length
        ? notice(
            'unknown',
            '',
            locale('partial'),
            fill(locale('lacks'), {
              fields: formatList(
                lacks.map((field) => locale(`lacks-${field}`)),
                language,
              ),
            }),
          )
        : nothing
    }${header(
      logo(record.logo, record.name),
      heading(record.name, view, record.qualifier),
      compact
        ? html`<p class="summary" part="summary">${tagline}</p>`
        : html`${developer ? html`<p class="maker" part="maker"><bdi>${developer}</bdi></p>` : nothing}`,
      compact || !record.summary.length
        ? nothing
        : html`<div class="summary" part="summary">${richText(record.summary)}</div>`,
    )}${
      compact || !record.highlights.length
        ? nothing
        : html`<dl class="facts" part="facts">${record.highlights.map((fact) => highlight(fact, locale))}</dl>`
    }${
      lacks.includes('audits')
        ? nothing
        : audits(record.audits, locale, { looked: record.auditsReviewed, row: true })
    }${record.downloads.length ? downloads(record.downloads, locale, { platform, open, brief: compact }) : nothing}${
      compact ? nothing : [links(record, locale), guides(record, view)]
    }<slot name="actions"></slot>${foot(record, view)}`,
  );
}

function movedCard({ name, to, since }: MovedCardRecord, view: CardView): unknown {
  const { locale, content } = view;
  const url = content?.href?.('entry', to.id);
  const words = fill(locale('moved-to'), { name, to: to.name, date: time(since, locale.language) });
  return article(
    view,
    html`${notice('alert', '', locale('moved'), words)}${header(
      logo(to.logo, to.name),
      heading(to.name, view),
      html`<p>${
        url
          ? link(url, locale('open-entry'))
          : content
            ? html`<button type="button" value=${to.id}>${locale('open-entry')}</button>`
            : nothing
      }</p>`,
    )}`,
  );
}

function removedCard({ id, name, since, listed, reason, source }: RemovedCardRecord, view: CardView): unknown {
  const { locale, content } = view;
  const { language } = locale;
  const history = content?.href?.('history', id);
  return article(
    view,
    html`${notice('alert', 'alarm', locale('removed'), fill(locale('removed-since'), { date: time(since, language) }))}${header(
      logo(undefined, name),
      heading(name, view),
    )}<dl class="facts" part="facts">${fact(locale('reason'), reason, source && cited(source, locale))}${
      listed
        ? fact(
            locale('listed'),
            fill(locale('span'), {
              from: time(listed.slice(0, 7), language),
              until: time(since.slice(0, 7), language),
            }),
            history && link(history, locale('history')),
          )
        : nothing
    }</dl>`,
  );
}

const article = ({ compact, states }: CardView, inside: unknown) =>
  html`<article class="card ${compact ? 'compact ' : ''}${states.join(' ')}" part="card" aria-busy=${states.includes('loading') || nothing}>${inside}</article>`;

const header = (mark: unknown, title: unknown, under: unknown = nothing, summary: unknown = nothing) =>
  html`<header part="header"><slot name="logo">${mark}</slot><div><div class="title">${title}${under}</div>${summary}</div></header>`;

const notice = (glyph: string, tone: string, word: string, words: unknown) =>
  html`<div class="row notice ${tone}" part="notice" role="status"><b class="label"><span class="glyph ${glyph}"></span>${word}</b><p>${words}</p></div>`;

function heading(name: string, { headingLevel }: CardView, qualifier?: string): unknown {
  const words = html`<bdi>${name}</bdi>${qualifier ? html` <small part="qualifier">${qualifier}</small>` : nothing}`;
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
function logo(mark: CardLogo | undefined, name: string): unknown {
  if (!mark) return html`<span class="logo none" part="logo" aria-hidden="true">${[...name][0]}</span>`;
  const draw = (paths: CardLogo['paths']) =>
    html`<svg viewBox=${mark.viewBox} aria-hidden="true">${paths.map(({ d, fill: color }) => svg`<path fill=${color} d=${d}></path>`)}</svg>`;
  return html`<span class="logo" part="logo">${draw(mark.paths)}</span>`;
}

function highlight({ label, value, text, source, looked }: CardHighlight, locale: Locale): unknown {
  return value === 'unknown'
    ? fact(
        label,
        html`<span class="glyph unknown"></span> <span class="quiet">${fill(locale('value-unknown'), { why: text })}</span>`,
        looked && fill(locale('looked-at'), { date: time(looked.slice(0, 7), locale.language) }),
      )
    : fact(label, text, source && cited(source, locale));
}

const fact = (label: string, value: unknown, evidence: unknown) =>
  html`<div><dt>${label}</dt><dd>${value}</dd><dd class="src">${evidence || nothing}</dd></div>`;

/** A date is a link to its source. */
const cited = ({ url, date }: CardSource, locale: Locale) =>
  link(
    url,
    html`<span class="only-read">${locale('source')}</span>${fill(locale('cited'), {
      host: html`<bdi>${hostOf(url)}</bdi>`,
      date: time(date.slice(0, 7), locale.language),
    })}`,
  );

function links(record: MessengerCardRecord, locale: Locale): unknown {
  if (!record.links.length) return nothing;
  return html`<div class="row" part="links"><span class="label">${locale('links')}</span><ul class="links">${record.links.map(
    ({ role, url, label, note }) => html`<li>${link(url, label ?? locale(role), note)}</li>`,
  )}</ul></div>`;
}

function guides(record: MessengerCardRecord, { locale, content }: CardView): unknown {
  if (!record.guides.length) return nothing;
  return html`<div class="row" part="guides"><span class="label">${locale('guides')}</span><ul class="links">${record.guides.map(
    ({ id, title }) => {
      const url = content?.href?.('guide', id);
      return html`<li>${url ? link(url, title) : title}</li>`;
    },
  )}</ul></div>`;
}

function foot({ id, reviewed, reviewBy, sources }: MessengerCardRecord, view: CardView): unknown {
  const { locale, content, states } = view;
  const stale = states.includes('stale');
  const url = content?.href?.('sources', id);
  const count = fill(locale('sources'), { count: sources }).join('');
  const date = (words: string, day: string) => fill(locale(words), { date: time(day, locale.language) });
  return html`<footer part="footer">${
    reviewed
      ? html`<span><span class=${stale ? 'glyph alert' : 'seal'}></span>${date('reviewed', reviewed)}<span class="due">${date(stale ? 'was-due' : 'due', reviewBy)}</span></span>`
      : nothing
  }${sources ? (url ? link(url, count) : html`<span>${count}</span>`) : nothing}<slot name="footer"></slot></footer>`;
}

/** Marks the foot of a card that came with the page as overdue, in its place and size. */
export function markOverdue(root: ShadowRoot, due: HTMLTimeElement, locale: Locale): void {
  const before = due.previousSibling;
  if (before) before.textContent = String(fill(locale('was-due'), { date: '' })[0]);
  const seal = root.querySelector('.seal');
  if (seal) seal.className = 'glyph alert';
}

