import { fixture } from '@sealmark/tooling/testing';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { grow as grown, patch, type Tree } from './index.ts';

const place = () => fixture('<div></div>');
const grow = (parent: Node, trees: readonly Tree[]) => patch(parent, grown(trees));

describe('grow', () => {
  it('makes what a tree says', async () => {
    const parent = await place();
    grow(parent, [
      'One ',
      ['a', { href: 'https://signal.org', title: undefined }, ['b', {}, 'two']],
      ['p', { lang: 'en', dir: 'auto' }, 'three'],
      ['svg', { viewBox: '0 0 1 1' }, ['path', { d: 'M0 0', fill: '#fff' }]],
    ]);
    expect(parent.innerHTML).toBe(
      'One <a href="https://signal.org" rel="noopener noreferrer"><b>two</b></a><p lang="en" dir="auto">three</p><svg viewBox="0 0 1 1"><path d="M0 0" fill="#fff"></path></svg>',
    );
    expect(parent.querySelector('path')).toBeInstanceOf(SVGPathElement);
  });

  it('leaves what stays the same where it is, with the focus', async () => {
    const parent = await place();
    grow(parent, [
      ['p', {}, 'Words', ['button', { class: 'a', title: 'x' }, 'Try']],
      ['i', {}],
    ]);
    const button = parent.querySelector('button') as HTMLElement;
    button.focus();
    grow(parent, [['p', {}, 'Others', ['button', { class: 'b' }, 'Trying']]]);
    expect(parent.innerHTML).toBe('<p>Others<button class="b">Trying</button></p>');
    expect(document.activeElement).toBe(button);
  });

  it('makes nothing that runs, loads, styles or leaves https, whatever the tree says', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'javascript:alert(1)',
        'data:text/html,x',
        '"><script>',
        'url(https://x.example)',
      ),
    );
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        text,
        fc
          .tuple(
            fc.constantFrom(
              'a',
              'p',
              'script',
              'img',
              'iframe',
              'style',
              'link',
              'path',
              'x-y',
              'form',
              'slot',
            ),
            fc.dictionary(
              fc.constantFrom(
                'href',
                'src',
                'style',
                'onclick',
                'class',
                'fill',
                'srcdoc',
                'xlink:href',
                '__proto__',
              ),
              text,
            ),
            fc.array(tie('tree'), { maxLength: 3 }),
          )
          .map(([tag, attributes, inside]): Tree => [tag, attributes, ...inside]),
      ),
    }));
    const parent = await place();
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
        grow(parent, trees);
        for (const element of parent.querySelectorAll('*')) {
          expect(element.localName).toMatch(/^(a|p|path|slot|span)$/);
          for (const { name, value } of element.attributes) {
            expect(name).toMatch(/^(href|rel|class|fill)$/);
            if (name === 'fill') expect(value).toMatch(/^#/);
          }
          if (element instanceof HTMLAnchorElement && element.hasAttribute('href'))
            expect(['https:', location.protocol]).toContain(element.protocol);
        }
      }),
      { numRuns: 300 },
    );
  });
});
