import {
  fill,
  formatDate,
  formatList,
  hostOf,
  isServer,
  type Locale,
  safeUrl,
} from '@sealmark/element-kit';
import {
  html,
  inLanguage,
  link,
  nothing,
  otherLanguage,
  time,
} from '@sealmark/element-kit/draw.js';
import type { CardAudit, CardAuditScope } from '@sealmark/schema';
import { age } from './age.ts';
import { summarize, yearOf } from './summary.ts';

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
  const { glyph, text, aside } = summarize(
    list,
    locale,
    looked &&
      fill(locale('looked'), { date: formatDate(looked.slice(0, 7), locale.language) }).join(''),
  );
  const line = html`${row ? html`<span class="label">${locale('audits')}</span> ` : nothing}<span class="lead"><span class="glyph ${glyph}"></span><b>${label ?? text}</b>${aside ? html` <span class="aside">${aside}</span>` : nothing}</span>`;
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

function item(audit: CardAudit, locale: Locale, lang: string | undefined): unknown {
  const other = otherLanguage(audit.lang ?? lang, locale);
  const year = yearOf(audit);
  const { title, auditors, date, scope, excludes, target, commissioners, outcome, links } = audit;
  const say = (key: string, value: string, words: string) =>
    words && fill(locale(key), { [value]: words }).join('');
  const names = (list: readonly string[] | null | undefined) =>
    formatList(list ?? [], locale.language, 'conjunction');
  const { name = '', relation } = target;
  // A build tells no time.
  const old = isServer ? '' : age(year, locale);
  const sentences = [
    say('by', 'who', names(auditors.filter((name) => !title.includes(name)))),
    relation !== 'self' && !title.includes(name) && say(`of-${relation}`, 'name', name),
    say('covers', 'what', names(scopes(scope, locale))),
    say('leaves', 'what', names(scopes(excludes ?? [], locale))),
    say('paid', 'who', names(commissioners)),
  ]
    .filter(Boolean)
    .join(' ');
  // The year stands before; what is known more closely stands here.
  const when =
    date !== year && year ? fill(locale('when'), { when: dates(date as string, locale) }) : '';
  const fine = [when, sentences, outcome && inLanguage(outcome, other)].filter(Boolean);
  return html`<li class=${old ? 'old' : nothing}>
    <span class="year">${year ? html`<time>${year}</time>` : html`<span class="only-read">${locale('no-year')}</span> <span aria-hidden="true">–</span>`}</span> <div>
      <p>${inLanguage(title, other)}</p> ${fine.length || links.length ? html`<p class="fine">${fine.map((words, index) => [index ? ' ' : nothing, words])}${links.map((to) => (safeUrl(to.url) ? [' ', source(to, locale, other)] : nothing))}</p>` : nothing} ${old ? html`<p class="fine">${old}</p>` : nothing}
    </div>
  </li>`;
}

/** A month or a day in words, and both ends of a range. */
const dates = (date: string, locale: Locale): unknown[] =>
  date.split('/').map((day, index) => [index ? ' – ' : nothing, time(day, locale.language)]);

const source = (
  { role, url, label }: CardAudit['links'][number],
  locale: Locale,
  other: string | undefined,
) =>
  link(
    url,
    label
      ? inLanguage(label, other)
      : fill(locale('at'), { what: locale(role), host: html`<bdi>${hostOf(url)}</bdi>` }),
  );

const scopes = (list: readonly CardAuditScope[], locale: Locale): string[] =>
  list.map(
    ({ part, platform, name }) =>
      name ??
      (platform
        ? fill(locale('scope-client-on'), { platform: locale(platform) }).join('')
        : scopeWords(part, locale)),
  );

/** A part that has no words of ours is called what it is called. */
function scopeWords(part: string, locale: Locale): string {
  const key = `scope-${part}`;
  const words = locale(key);
  return words === key ? part : words;
}
