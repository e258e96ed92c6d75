import { list, object, text } from '@sealmark/element-kit/draw.js';

const words = text();
const scope = object({ part: words }, { platform: words, name: words });

/** Whether a value is an audit that can be shown. */
export const isAudit = object(
  {
    kind: words,
    title: words,
    auditors: list(words),
    scope: list(scope),
    target: object({ relation: words }, { name: words }),
    links: list(object({ role: words, url: words }, { label: words })),
  },
  { date: words, excludes: list(scope), commissioners: list(words), lang: words, outcome: words },
);
