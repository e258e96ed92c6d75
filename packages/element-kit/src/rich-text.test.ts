import type { Block, Inline } from '@sealmark/schema';
import { fixture } from '@sealmark/tooling/testing';
import fc from 'fast-check';
import { html, render } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { richText } from './draw.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

const shown = async (blocks: readonly Block[]) => fixture(html`<div>${richText(blocks)}</div>`);

const words = (node: Inline): string =>
  typeof node === 'string'
    ? node
    : node.type === 'code'
      ? node.text
      : node.children.map(words).join('');
const linesOf = (block: Block): string[] =>
  (block.type === 'list' ? block.items : [block.children]).map((line) => line.map(words).join(''));

describe('richText', () => {
  it('shows every kind of node as the element that means it', async () => {
    const element = await shown([
      {
        type: 'paragraph',
        children: [
          'Signal is ',
          { type: 'strong', children: ['end-to-end'] },
          ' ',
          { type: 'emphasis', children: ['encrypted'] },
          ' by ',
          { type: 'code', text: 'libsignal' },
          ', see ',
          {
            type: 'link',
            url: 'https://signal.org/docs/',
            children: ['its ', { type: 'emphasis', children: ['documents'] }],
          },
        ],
      },
      { type: 'list', ordered: false, items: [['one'], ['two']] },
      { type: 'list', ordered: true, items: [['first'], [{ type: 'code', text: 'second' }]] },
    ]);
    expect(element.querySelector('p')?.textContent).toBe(
      'Signal is end-to-end encrypted by libsignal, see its documents',
    );
    expect(element.querySelector('strong')?.textContent).toBe('end-to-end');
    expect(element.querySelector('p > em')?.textContent).toBe('encrypted');
    expect(element.querySelector('p > code')?.textContent).toBe('libsignal');
    expect([...element.querySelectorAll('ul > li')].map((item) => item.textContent)).toEqual([
      'one',
      'two',
    ]);
    expect([...element.querySelectorAll('ol > li')].map((item) => item.textContent)).toEqual([
      'first',
      'second',
    ]);
    const anchor = element.querySelector('a');
    expect(anchor?.href).toBe('https://signal.org/docs/');
    expect(anchor?.rel).toBe('noopener noreferrer');
    expect(anchor?.querySelector('em')?.textContent).toBe('documents');
  });

  it('shows the words of a link that must not stand, without the link', async () => {
    const element = await shown([
      {
        type: 'paragraph',
        children: ['Do ', { type: 'link', url: 'javascript:alert(1)', children: ['click'] }],
      },
    ]);
    expect(element.textContent).toBe('Do click');
    expect(element.querySelector('a')).toBeNull();
  });

  it('shows of a node that it does not know the words alone', async () => {
    const element = await shown([
      { type: 'paragraph', children: [{ type: 'blink', children: ['now'] } as unknown as Inline] },
    ]);
    expect(element.textContent).toBe('now');
    expect(element.querySelector('p')?.childElementCount).toBe(0);
  });

  it('has no way to become markup, whatever it says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '</p><iframe>',
        '<!--',
        '&lt;',
        '{{x}}',
        '<?lit$',
        '\u202e',
      ),
    );
    const url = fc.oneof(
      fc.webUrl(),
      fc.constantFrom(
        'javascript:alert(1)',
        'https://a.example/"onclick="alert(1)',
        'data:text/html,x',
      ),
    );
    const { inline } = fc.letrec<{ inline: Inline; children: Inline[] }>((tie) => ({
      inline: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.record({ type: fc.constant('code' as const), text }),
        fc.record({
          type: fc.constantFrom('strong' as const, 'emphasis' as const),
          children: tie('children'),
        }),
        fc.record({ type: fc.constant('link' as const), url, children: tie('children') }),
      ),
      children: fc.array(tie('inline'), { maxLength: 4 }),
    }));
    const children = fc.array(inline, { maxLength: 4 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ type: fc.constant('paragraph' as const), children }),
      fc.record({
        type: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(children, { maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const place = document.createElement('div');
        render(richText(blocks), place);
        const lines = [...place.querySelectorAll('p, li')].map((line) => line.textContent);
        expect(lines).toEqual(blocks.flatMap(linesOf));
        for (const list of place.querySelectorAll('ul, ol')) {
          const between = [...list.childNodes].filter((node) => node.nodeName !== 'LI');
          expect(
            between.every((node) => node instanceof Comment || !node.textContent?.trim()),
          ).toBe(true);
        }
        for (const element of place.querySelectorAll('*')) {
          expect(element.matches('p, ul, ol, li, strong, em, code, a')).toBe(true);
          const attributes = element.getAttributeNames();
          expect(attributes).toEqual(element.matches('a') ? ['rel', 'href'] : []);
          if (element instanceof HTMLAnchorElement) expect(element.protocol).toBe('https:');
        }
      }),
      { numRuns: 200 },
    );
  });
});
