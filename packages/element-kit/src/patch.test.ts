import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patch } from './index.ts';

const rooted = (text: string): HTMLElement => {
  const place = document.createElement('div');
  place.innerHTML = text;
  return place;
};

describe('patch', () => {
  it('lets what stays the same part stay where it is, whatever comes before it or goes', () => {
    const old = rooted(
      '<p>a</p><dl part="facts">b</dl><details part="audits">c</details><details part="downloads" open><ul><li class="x">d</li></ul></details>',
    );
    const [, , audits, downloads] = old.children;
    const item = old.querySelector('li');
    patch(
      old,
      rooted(
        '<div part="notice">n</div><p>a</p><details part="audits">C</details>words<details part="downloads"><ul><li lang="de">D</li><li>e</li></ul></details>',
      ),
    );
    expect(old.innerHTML).toBe(
      '<div part="notice">n</div><p>a</p><details part="audits">C</details>words<details part="downloads" open=""><ul><li lang="de">D</li><li>e</li></ul></details>',
    );
    expect([...old.querySelectorAll('details')]).toEqual([audits, downloads]);
    expect(old.querySelector('li')).toBe(item);
  });

  it('leaves what is the same untouched', async () => {
    const text = '<p class="a" title="b">c<b>d</b> e</p><ul><li>f</li></ul>';
    const old = rooted(text);
    const observer = new MutationObserver(() => {});
    observer.observe(old, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    patch(old, rooted(text));
    expect(observer.takeRecords()).toEqual([]);
  });

  it('ends at what is wanted, whatever was there', () => {
    const part = fc.constantFrom('', ' part="a"', ' part="b"', ' class="c"');
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      tree: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('words', 'others', '<br>'),
        fc
          .tuple(fc.constantFrom('b', 'i', 'span'), part, tie('tree'))
          .map(([tag, attribute, inside]) => `<${tag}${attribute}>${inside}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const [old, wanted] = [rooted(before), rooted(after)];
        const { innerHTML } = wanted;
        patch(old, wanted);
        expect(old.innerHTML).toBe(innerHTML);
      }),
    );
  });
});
