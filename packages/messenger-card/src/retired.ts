import { fill } from '@sealmark/element-kit';
import { html, inLanguage, link, nothing, time } from '@sealmark/element-kit/draw.js';
import type { MovedCardRecord, RemovedCardRecord } from '@sealmark/schema';
import { article, type CardView, cited, fact, header, heading, logo, notice } from './parts.ts';

/** An entry that goes by another name. */
export function movedCard({ name, to, since }: MovedCardRecord, view: CardView): unknown {
  const { locale, content } = view;
  const url = content?.href?.('entry', to.id);
  const words = fill(locale('moved-to'), {
    name: html`<bdi>${name}</bdi>`,
    to: html`<bdi>${to.name}</bdi>`,
    date: time(since, locale.language),
  });
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
  const { locale, content, other } = view;
  const { language } = locale;
  const history = content?.href?.('history', id);
  return article(
    view,
    html`${notice('alert', 'alarm', locale('removed'), fill(locale('removed-since'), { date: time(since, language) }))}${header(
      logo(undefined, name),
      heading(name, view),
    )}<dl class="facts" part="facts">${fact(locale('reason'), inLanguage(reason, other), source && cited(source, locale))}${
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
