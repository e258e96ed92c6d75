import { fill, link, time } from '@sealmark/element-kit';
import type { MovedCardRecord, RemovedCardRecord } from '@sealmark/schema';
import { html, nothing } from 'lit';
import type { Outcome } from './load.ts';
import { article, type CardView, cited, fact, header, heading, logo, notice } from './parts.ts';

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
export function failedCard(
  { reason, subject, status }: Outcome & { state: 'failed' },
  view: CardView,
): unknown {
  const { locale, content } = view;
  const missing = reason === 'unknown-name' || reason === 'no-name';
  const entries = content?.href?.('entries');
  const words = missing
    ? html`${fill(locale(reason === 'no-name' ? reason : 'no-entry-for'), { name: html`<bdi>${subject}</bdi>` })}${
        entries ? html` ${link(entries, locale('all-entries'))}` : nothing
      }`
    : html`${fill(locale(subject ? reason : 'given'), { address: html`<bdi>${subject}</bdi>`, status })} ${locale('rather-none')}${subject ? retry(view) : nothing}`;
  return article(
    view,
    html`${notice(missing ? 'unknown' : 'alert', missing ? '' : 'alarm', locale(missing ? 'no-entry' : 'not-read'), words)}${
      view.fallback
        ? html`<div class="row"><span class="label">${locale('instead')}</span><div><slot></slot></div></div>`
        : html`<slot hidden></slot>`
    }`,
  );
}

/** A button that asks again. While that is under way it stays where it is, so that nobody loses their place. */
const retry = ({ locale, states }: CardView) => {
  const busy = states.includes('loading');
  return html` <button class="retry" part="retry" type="button" aria-disabled=${busy || nothing}>${locale(busy ? 'loading' : 'retry')}</button>`;
};

/** An entry that goes by another name. */
export function movedCard({ name, to, since }: MovedCardRecord, view: CardView): unknown {
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

/** An entry that was withdrawn. */
export function removedCard(
  { id, name, since, listed, reason, source }: RemovedCardRecord,
  view: CardView,
): unknown {
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
