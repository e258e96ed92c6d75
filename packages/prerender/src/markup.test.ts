import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import fc from 'fast-check';
import { html, nothing, svg } from 'lit/html.js';
import { parseFragment, serialize } from 'parse5';
import { expect, it } from 'vitest';
import { markup } from './markup.ts';

/** What Lit itself renders, as a browser reads it: without its comments. */
const lit = (template: unknown) =>
  canonical(collectResultSync(render(template)).replace(/<!--.*?-->|<\?>/g, ''));
const canonical = (text: string) => serialize(parseFragment(text));

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !/[\0\r\n]/.test(text)),
  fc.constantFrom('<b>', '"quoted" & \'so\'', '<!--', '-->', '</p>', '&amp;', ' '),
);
const value = fc.oneof(word, fc.integer(), fc.constantFrom(nothing, undefined, null));
const { content } = fc.letrec((tie) => ({
  content: fc.oneof(
    { maxDepth: 4 },
    value,
    fc.array(tie('content'), { maxLength: 3 }),
    fc
      .tuple(value, tie('content'))
      .map(
        ([title, inside]) =>
          html`<a href="/" title=${title} rel="noopener">${inside}</a>, ${inside}`,
      ),
    fc
      .tuple(value, value, tie('content'))
      .map(([one, two, inside]) => html`<p lang="x-${one}-${two}">${inside}</p><hr />`),
    fc
      .tuple(fc.boolean(), tie('content'))
      .map(([open, inside]) => html`<details ?open=${open}><summary>${inside}</summary></details>`),
    value.map((d) => html`<svg viewBox="0 0 1 1">${svg`<path d=${d}></path>`}</svg>`),
  ),
}));

it('is what Lit renders, without what only hydration needs', () => {
  fc.assert(
    fc.property(content, (template) => {
      expect(canonical(markup(template))).toBe(lit(template));
    }),
    { numRuns: 500 },
  );
});

it('leaves out the layout of templates, and attributes that say nothing', () => {
  const [none, some, lines] = ['', 'b', 'two\n  lines'];
  const text = html`
    <p
      class="a ${none} ${some} "
      id=${lines}
    >
      ${lines} <b class=${none} title=${none} hidden="">x</b>
      <i style=${none}> y </i >
    </p>
  `;
  expect(markup(text)).toBe(
    '<p class="a b" id="two\n  lines">two lines <b title hidden>x</b><i> y </i></p>',
  );
});

it('takes no value that it cannot write', () => {
  expect(() => markup(html`<p>${{}}</p>`)).toThrow(TypeError);
  expect(() => markup(html`<p title=${Symbol('x')}></p>`)).toThrow(TypeError);
});
