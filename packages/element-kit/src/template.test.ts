import { html as litHtml, nothing as litNothing, render } from 'lit/html.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, nodesOf, nothing, svg } from './draw.ts';

const shown = (value: unknown): string => {
  const place = document.createElement('div');
  place.append(nodesOf(value));
  return place.innerHTML;
};

/** What Lit shows, without the comments by which it finds its places again. */
const shownByLit = (value: unknown): string => {
  const place = document.createElement('div');
  render(value, place);
  return place.innerHTML.replaceAll(/<!--.*?-->/g, '');
};

describe('nodesOf', () => {
  it('puts words, numbers, templates and lists of these into their places, and nothing else', () => {
    const item = (words: unknown) => html`<li>${words}</li>`;
    expect(shown(html`<p>One ${'two'}${3} ${['four', html`<b>five</b>`, nothing]}.</p>`)).toBe(
      '<p>One two3 fourfive.</p>'.replace('five', '<b>five</b>'),
    );
    expect(shown(html`${'a'} and ${html`<i>${'b'}</i>`}`)).toBe('a and <i>b</i>');
    expect(
      shown(
        html`<ul>
            ${['a', 'b'].map(item)}
          </ul>
          <p>${'c'}</p>`,
      ),
    ).toBe('<ul><li>a</li><li>b</li></ul><p>c</p>');
    expect(shown([nothing, null, undefined, ''])).toBe('');
    expect(nodesOf(html`<p>${nothing}${'a'}</p>`).firstChild?.childNodes.length).toBe(1);
  });

  it('sets attributes of one value and of several, and leaves away those of nothing', () => {
    const link = (url: unknown, title: unknown, other: unknown) =>
      html`<a href=${url} class="a ${title} b${other}" title=${title} rel="x">y</a>`;
    expect(shown(link('/a?b&c', 'd"e', 1))).toBe(
      '<a rel="x" href="/a?b&amp;c" class="a d&quot;e b1" title="d&quot;e">y</a>',
    );
    expect(shown(link('/', nothing, ''))).toBe('<a rel="x" href="/">y</a>');
    const details = (open: boolean) => html`<details ?open=${open}></details>`;
    expect([true, false].map((open) => shown(details(open)))).toEqual([
      '<details open=""></details>',
      '<details></details>',
    ]);
  });

  it('makes drawings, with the names that only they have', () => {
    const [drawing] = nodesOf(
      html`<svg viewBox=${'0 0 1 1'}>
        ${['#fff', '#000'].map((fill) => svg`<path fill=${fill} d=${'M0 0'}></path>`)}
      </svg>`,
    ).children;
    expect(drawing?.outerHTML).toBe(
      '<svg viewBox="0 0 1 1"><path fill="#fff" d="M0 0"></path><path fill="#000" d="M0 0"></path></svg>',
    );
    expect(drawing?.lastChild).toBeInstanceOf(SVGPathElement);
  });

  it('takes white space with a line break in it for layout, as prerendering does', () => {
    const laidOut = html`
      <ol>
        ${html`<li>a ${'b'} c</li>`}
      </ol>
    `;
    expect(shown(laidOut)).toBe('<ol><li>a b c</li></ol>');
    expect(shown(html`<p>a <b>b</b> ${' \n '}c</p>`)).toBe('<p>a <b>b</b>  \n c</p>');
  });

  it('shows data that look like a template as words', () => {
    const data: unknown = JSON.parse('{"_$litType$":1,"strings":["<b>a</b>"],"values":[]}');
    expect(shown(html`<p>${data}</p>`)).toBe('<p>[object Object]</p>');
  });

  it('shows what Lit shows, whatever the values', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<b>', '&amp;', '\uE000', '"', '\u202E', '.1', '<!--?lit$-->'),
    );
    const value = fc.oneof(words, fc.integer(), fc.array(words), fc.constant(null));
    fc.assert(
      fc.property(value, words, fc.boolean(), value, (one, attribute, there, other) => {
        const values = (tag: typeof litHtml, none: unknown) =>
          tag`<p title=${attribute} ?hidden=${there}>${one}-${there ? tag`<i class="a ${attribute}">${other}</i>` : none}</p>${other}`;
        expect(
          shown(values(html as typeof litHtml, nothing))
            .split(/[ >]/)
            .sort(),
        ).toEqual(shownByLit(values(litHtml, litNothing)).split(/[ >]/).sort());
      }),
    );
  });
});
