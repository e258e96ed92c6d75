import { isAudit } from '@sealmark/audit-badge/draw.js';
import { isDownload } from '@sealmark/downloads-dropdown/draw.js';
import { type Check, type Data, isObject, list, object, text } from '@sealmark/element-kit/draw.js';
import type { CardLogo, CardRecord } from '@sealmark/schema';

const words = text();
const filled = text(/\S/);
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** What `href` of a content source is asked for, and may put into an address. */
const id = text(/^[\w.-]+$/);
const date = text(/^\d{4}(-\d\d){0,2}$/);
const day = text(/^\d{4}-\d\d-\d\d$/);
/** As `lang` takes it. */
const language = text(/^[a-z]{2,3}(-\w+)*$/i);
const source = object({ url: words, date });

/** Ten levels are more than anybody writes, and few enough for any stack. */
const levels = 10;
const code = object({ type: text(/^code$/), text: words });
const leaf: Check = (value) => words(value) || code(value);
const within = (inside: Check): Check => {
  const span = object({ type: text(/^(?!code$)/), children: list(inside) });
  return (value) => leaf(value) || span(value);
};
const inline = Array.from({ length: levels }, () => within).reduce(
  (inside, wrap) => wrap(inside),
  leaf,
);
const inlines = list(inline);

const bullets = object({ type: text(/^list$/), items: list(inlines) });
const paragraph = object({ type: text(/^(?!list$)/), children: inlines });
const block: Check = (value) => bullets(value) || paragraph(value);

const said = { fact: words, label: words, text: words };
const unknown = object({ ...said, value: text(/^unknown$/) }, { source, looked: date });
/** What is known has a source. */
const known = object({ ...said, value: (value) => value != null && value !== 'unknown', source });
const highlight: Check = (value) => known(value) || unknown(value);
const link = object({ role: words, url: words }, { label: words, note: words });
const guide = object({ id, title: words });
/** A color is a plain one: `url(…)` would make a request. */
const path = object({ d: text(/^[\d\s,.+a-z-]+$/i), fill: text(/^#[\da-f]{3,8}$/i) });
const logo = object({ viewBox: text(/^[\d\s.-]+$/), paths: list(path) });
const logoOf = ({ logo: mark }: Data) => (logo(mark) ? (mark as CardLogo) : undefined);

/** A record that a card can render from, and the words for what it lacks. */
export interface Reading {
  readonly record: CardRecord;
  /** Keys of the words for the fields that are missing. */
  readonly lacks: readonly string[];
}

/**
 * Reads data from outside. What is not whole is left out and named in `lacks`, never guessed; data
 * that are no record at all give `undefined`.
 */
export function readRecord(data: unknown): Reading | undefined {
  if (!isObject(data) || !filled(data['name'])) return undefined;
  const { kind, to } = data;
  const only = (check: Check, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, check(data[name]) ? data[name] : undefined]));
  const reading = (record: Data, lacks: string[] = []): Reading => ({
    record: { ...data, ...record } as unknown as CardRecord,
    lacks,
  });

  if (kind === 'moved') {
    const whole = date(data['since']) && isObject(to) && object({ id, name: filled })(to);
    return whole
      ? reading({ ...only(language, 'lang'), to: { ...to, logo: logoOf(to) } })
      : undefined;
  }
  if (kind === 'removed') {
    const whole = date(data['since']) && words(data['reason']);
    return whole
      ? reading({
          ...only(id, 'id'),
          ...only(language, 'lang'),
          ...only(source, 'source'),
          ...only(date, 'listed'),
        })
      : undefined;
  }
  if (kind !== 'messenger') return undefined;

  const lacks = filled(data['tagline']) ? [] : ['tagline'];
  const members = (name: string, check: Check, needed = false) => {
    const given = data[name];
    const whole = Array.isArray(given) ? given.filter((item) => check(item)) : [];
    if (!Array.isArray(given) || whole.length < given.length || (needed && !given.length))
      lacks.push(name);
    return { [name]: whole };
  };
  const record = {
    ...only(id, 'id'),
    ...only(language, 'lang'),
    ...only(words, 'qualifier', 'developer'),
    ...only(filled, 'tagline'),
    ...only(date, 'auditsReviewed'),
    ...only(count, 'sources'),
    ...members('summary', block, true),
    ...members('highlights', highlight, true),
    ...members('audits', isAudit),
    ...members('downloads', isDownload),
    ...members('links', link),
    ...members('guides', guide),
    logo: logoOf(data),
  };
  if (day(data['reviewed']) && day(data['reviewBy'])) return reading(record, lacks);
  return reading({ ...record, reviewed: undefined, reviewBy: undefined }, [...lacks, 'dates']);
}
