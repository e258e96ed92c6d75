import { audits } from '@sealmark/audit-badge';
import { downloads } from '@sealmark/downloads-dropdown';
import { fill, formatList, link, type Locale, richText, time } from '@sealmark/element-kit';
import type { CardHighlight, MessengerCardRecord } from '@sealmark/schema';
import { html, nothing } from 'lit';
import { article, type CardView, cited, fact, header, heading, logo, notice } from './parts.ts';

/** A messenger with its record. `lacks` are the keys of what the record does not have. */
export function messengerCard(
  record: MessengerCardRecord,
  lacks: readonly string[],
  view: CardView,
): unknown {
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
            fill(locale('stale-since'), {
              date: time(reviewed, language),
              due: time(reviewBy, language),
            }),
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
        : html`<dl class="facts" part="facts">${status(record.lifecycle, locale)}${record.highlights.map((item) => highlight(item, locale))}</dl>`
    }${
      lacks.includes('audits')
        ? nothing
        : audits(record.audits, locale, { looked: record.auditsReviewed, row: true })
    }${record.downloads.length ? downloads(record.downloads, locale, { platform, open, brief: compact }) : nothing}${
      compact ? nothing : [links(record, locale), guides(record, view)]
    }<slot name="actions"></slot>${foot(record, view)}`,
  );
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

/** Whether it is still made and run, where that is not plain. */
const status = (lifecycle: MessengerCardRecord['lifecycle'], locale: Locale) =>
  ['maintenance', 'discontinued', 'unknown'].includes(lifecycle)
    ? fact(locale('lifecycle'), locale(`lifecycle-${lifecycle}`), nothing)
    : nothing;

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
  const count = fill(locale(sources === 1 ? 'one-source' : 'sources'), { count: sources }).join('');
  const date = (words: string, day: string) =>
    fill(locale(words), { date: time(day, locale.language) });
  if (!reviewed && !sources) return html`<slot name="footer"></slot>`;
  return html`<footer part="footer">${
    reviewed
      ? html`<span><span class=${stale ? 'glyph alert' : 'seal'}></span>${date('reviewed', reviewed)}<span class="due">${date('due', reviewBy)}${stale ? locale('overdue') : nothing}</span></span>`
      : nothing
  } ${sources ? (url ? link(url, count) : html`<span>${count}</span>`) : nothing}<slot name="footer"></slot></footer>`;
}

/** Marks the foot of a card that came with the page as overdue, in its place and size. */
export function markOverdue(root: ShadowRoot, due: HTMLTimeElement, locale: Locale): void {
  due.parentElement?.append(locale('overdue'));
  const seal = root.querySelector('.seal');
  if (seal) seal.className = 'glyph alert';
}
