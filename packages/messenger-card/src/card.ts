import { audits } from '@sealmark/audit-badge/draw.js';
import { downloads } from '@sealmark/downloads-dropdown/draw.js';
import { counted, fill, formatList, type Locale } from '@sealmark/element-kit';
import { html, inLanguage, link, nothing, richText, time } from '@sealmark/element-kit/draw.js';
import type { CardHighlight, MessengerCardRecord } from '@sealmark/schema';
import { article, type CardView, cited, fact, header, heading, logo, notice } from './parts.ts';

/** What a reader must know first of a card whose review is overdue. */
export const staleNotice = (
  { reviewed, reviewBy }: MessengerCardRecord,
  locale: Locale,
): unknown => {
  const [date, due] = [reviewed, reviewBy].map((day) => time(day, locale.language));
  return notice('alert', 'caution', locale('stale'), fill(locale('stale-since'), { date, due }));
};

/** A messenger with its record. */
export function messengerCard(record: MessengerCardRecord, view: CardView): unknown {
  const { locale, lacks, compact, open, platform, other } = view;
  const { developer, lang, tagline } = record;
  const { language } = locale;
  const stale = view.states.includes('stale');
  return article(
    view,
    html`${stale ? staleNotice(record, locale) : nothing}${
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
            stale ? nothing : 'status',
          )
        : nothing
    }${header(
      logo(record.logo, record.name),
      heading(record.name, view, record.qualifier),
      compact
        ? tagline && html`<p class="summary" part="summary">${inLanguage(tagline, other)}</p>`
        : developer && html`<p class="maker" part="maker"><bdi>${developer}</bdi></p>`,
      compact || !record.summary.length
        ? nothing
        : html`<div class="summary" part="summary" lang=${other ?? nothing} dir=${other ? 'auto' : nothing}>${richText(record.summary)}</div>`,
    )}${
      compact || !record.highlights.length
        ? nothing
        : html`<dl class="facts" part="facts">${status(record.lifecycle, locale)}${record.highlights.map((item) => highlight(item, view))}</dl>`
    }${
      lacks.includes('audits')
        ? nothing
        : audits(record.audits, locale, {
            lang,
            looked: record.auditsReviewed,
            row: true,
          })
    }${downloads(record.downloads, locale, {
      lang,
      platform,
      own: true,
      open,
      brief: compact,
    })}${
      compact ? nothing : [links(record.links, view), guides(record.guides, view)]
    }<slot name="actions"></slot>${foot(record, view)}`,
  );
}

function highlight(
  { label, value, text, source, looked }: CardHighlight,
  { locale, other }: CardView,
): unknown {
  const [name, words] = [label, text].map((own) => inLanguage(own, other));
  return value === 'unknown'
    ? fact(
        name,
        html`<span class="glyph unknown"></span> <span class="aside">${fill(locale('value-unknown'), { why: html`<bdi>${words}</bdi>` })}</span>`,
        looked && fill(locale('looked-at'), { date: time(looked.slice(0, 7), locale.language) }),
      )
    : fact(name, words, source && cited(source, locale));
}

/** Whether it is still made and run, where that is not plain. */
const status = (lifecycle: MessengerCardRecord['lifecycle'], locale: Locale) =>
  ['maintenance', 'discontinued', 'unknown'].includes(lifecycle)
    ? fact(locale('lifecycle'), locale(`lifecycle-${lifecycle}`))
    : nothing;

const links = (list: MessengerCardRecord['links'], { locale, other }: CardView): unknown =>
  row(
    'links',
    list.map(({ role, url, label, note }) => [
      link(url, label ? inLanguage(label, other) : locale(role)),
      note ? html` <bdi class="fine" lang=${other ?? nothing}>${note}</bdi>` : nothing,
    ]),
    locale,
  );

const guides = (
  list: MessengerCardRecord['guides'],
  { locale, content, other }: CardView,
): unknown =>
  row(
    'guides',
    list.map(({ id, title }) => {
      const url = content?.href?.('guide', id);
      const words = inLanguage(title, other);
      return url ? link(url, words) : words;
    }),
    locale,
  );

/** A labelled row of several things; nothing where there are none. */
const row = (name: string, items: readonly unknown[], locale: Locale): unknown =>
  items.length
    ? html`<div class="row" part=${name}><span class="label">${locale(name)}</span><ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul></div>`
    : nothing;

function foot({ id, reviewed, reviewBy, sources }: MessengerCardRecord, view: CardView): unknown {
  const { locale, content, states } = view;
  const stale = states.includes('stale');
  const url = content?.href?.('sources', id);
  const count = counted(locale, 'sources', sources);
  const date = (words: string, day: string) =>
    fill(locale(words), { date: time(day, locale.language) });
  if (!reviewed && !sources) return html`<slot name="footer"></slot>`;
  return html`<footer part="footer">${
    reviewed
      ? html`<span><span class=${stale ? 'glyph alert' : 'glyph seal'}></span>${date('reviewed', reviewed)}<span class="due">${date('due', reviewBy)}${stale ? locale('overdue') : nothing}</span></span>`
      : nothing
  } ${sources ? (url ? link(url, count) : html`<span>${count}</span>`) : nothing}<slot name="footer"></slot></footer>`;
}
