import {
  fill,
  formatDate,
  hostOf,
  isServer,
  listPieces,
  type Locale,
  safeUrl,
} from '@sealmark/element-kit';
import { html, link, nothing, otherLanguage, time } from '@sealmark/element-kit/draw.js';
import type { CardAudit, CardAuditScope } from '@sealmark/schema';
import { age } from './age.ts';
import { distance, endOf, sum } from './summary.ts';

/** What a list of audits is shown with. */
export interface AuditsOptions {
  /** The language of audits that name none; English where it is not set. */
  readonly lang?: string | undefined;
  /** The day on which none was found, `YYYY-MM-DD`. */
  readonly looked?: string | undefined;
  /** Whether the disclosure is open. */
  readonly open?: boolean;
  /** Words in place of the computed ones. */
  readonly label?: unknown;
  /** Whether the words "Audits" and "Reports" stand at the ends of the line. */
  readonly row?: boolean;
}

/** Audits as a disclosure that says at a glance what was read and when; a plain line where none is known. */
export function audits(
  list: readonly CardAudit[],
  locale: Locale,
  options: AuditsOptions,
): unknown {
  const { lang, looked, open = false, label, row } = options;
  const [month] = /^\d{4}(-\d\d)?(?=(-\d\d)?$)/.exec(looked ?? '') ?? [];
  const { glyph, text, aside } = sum(
    list,
    locale,
    month ? fill(locale('looked'), { date: formatDate(month, locale.language) }).join('') : '',
    (name, audit) => data(name, ownLanguage(audit, locale, lang)),
  );
  const line = html`${row ? html`<span class="label">${locale('audits')}</span> ` : nothing}<span class="lead"><span class="glyph ${glyph}"></span><b>${label ?? text}</b>${aside[0] ? html` <span class="aside">${aside}</span>` : nothing}</span>`;
  if (!list.length) return html`<div class="row audits" part="audits">${line}</div>`;
  return html`<details class="audits" part="audits" ?open=${open}>
    <summary part="audits-summary">
      ${line} <span class="action">${row ? html`<span class="word">${locale('reports')}</span>` : nothing}<span class="chevron"></span></span>
    </summary>
    <div class="panel">
      <ol>
        ${list.map((audit) => item(audit, locale, lang))}
      </ol>
    </div>
  </details>`;
}

/** The language of what an audit says, where it is another than that of the words around it. */
const ownLanguage = (audit: CardAudit, locale: Locale, lang: string | undefined) =>
  otherLanguage(audit.lang ?? lang, locale);

/** Words of the data: they name their language where it is another, and their direction ends with them. */
const data = (words: unknown, other: string | undefined): unknown =>
  html`<bdi lang=${other ?? nothing}>${words}</bdi>`;

/** A member of a list: words to join it by, and what is shown. */
type Member = readonly [words: string, shown: unknown];

function item(audit: CardAudit, locale: Locale, lang: string | undefined): unknown {
  const { title, auditors, date, scope, excludes, target, commissioners, outcome, links } = audit;
  const { language } = locale;
  const other = ownLanguage(audit, locale, lang);
  const end = endOf(audit);
  const year = end.slice(0, 4);
  // A build tells no time.
  const old = isServer ? '' : age(end, locale);

  /** Our word for an id of the data; the id itself where we have none. */
  const word = (id: string, key = id) => {
    const words = locale(key);
    return words === key ? data(id, other) : words;
  };
  /** A sentence. What ends with a full stop, as "Inc." and «г.», brings that of the sentence along. */
  const say = (key: string, value: string, shown: unknown, last = '') =>
    fill(locale(key), { [value]: shown }).map((piece, index) =>
      index === 2 && last.endsWith('.') ? String(piece).replace(/^\./, '') : piece,
    );
  /** A sentence of several; none where there are none. */
  const tell = (key: string, value: string, list: readonly Member[]) =>
    list.length > 0 &&
    say(
      key,
      value,
      listPieces(
        list.map(([words]) => words),
        language,
        'conjunction',
        (_, index) => list[index]?.[1],
      ),
      list.at(-1)?.[0],
    );
  const names = (list: readonly string[] | null | undefined): Member[] =>
    (list ?? []).filter(Boolean).map((name) => [name, data(name, other)]);
  const scopes = (list: readonly CardAuditScope[]): Member[] =>
    list.flatMap(({ part, platform, name }): Member[] => {
      if (name) return names([name]);
      const key = `scope-${part}`;
      if (platform) {
        const on = locale(`scope-client-${platform === 'web' ? 'web' : 'on'}`);
        return [[on, fill(on, { platform: word(platform) })]];
      }
      return part ? [[locale(key), word(part, key)]] : [];
    });

  // The year stands before; what is known more closely stands here.
  const days = [...new Set(year && date?.split('/'))];
  const by = names(auditors);
  const { name, relation } = target;
  const fine = [
    days.join() !== year && say('when', 'when', range(days, language), formatDate(end, language)),
    by[0]
      ? !by.every(([name]) => compared(title).includes(compared(name))) && tell('by', 'who', by)
      : locale('no-auditor'),
    distance(audit) >= 0 &&
      (name
        ? tell(`of-${relation}`, 'name', names([name]))
        : say('when', 'when', locale(relation))),
    tell('covers', 'what', scopes(scope)),
    tell('leaves', 'what', scopes(excludes ?? [])),
    tell('paid', 'who', names(commissioners)),
    outcome && data(outcome, other),
  ].filter(Boolean);
  const sources = links.map(({ role, url, label }) => {
    const host = html`<bdi>${hostOf(url)}</bdi>`;
    const words = label ? data(label, other) : fill(locale('at'), { what: word(role), host });
    return safeUrl(url) ? [' ', link(url, words)] : nothing;
  });
  // Chinese and Japanese leave no space between sentences.
  const gap = /^(ja|zh)/i.test(language) ? nothing : ' ';
  return html`<li class=${old ? 'old' : nothing}>
    <span class="year">${year ? html`<time datetime=${end === year ? nothing : end}>${year}</time>` : html`<span class="only-read">${locale('no-year')}</span> <span aria-hidden="true">–</span>`}</span> <div>
      <p>${data(title, other)}</p> ${fine.length || links.length ? html`<p class="fine">${fine.map((words, index) => [index ? gap : nothing, words])}${sources}</p>` : nothing} ${old ? html`<p class="fine">${old}</p>` : nothing}
    </div>
  </li>`;
}

/** Words as they are compared: one space around each, and no mark. */
const compared = (words: string) => ` ${words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;

/** Both ends of a range, or a single day, in words. */
const range = (days: readonly string[], language: string): unknown[] =>
  days.map((day, index) => [index ? ' – ' : nothing, time(day, language)]);
