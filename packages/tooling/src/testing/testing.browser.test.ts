import { html, LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import {
  adopted,
  canEmulate,
  emulate,
  expectAccessible,
  expectReadable,
  expectTargets,
  fixture,
  prerendered,
  press,
} from './index.ts';

describe('fixture', () => {
  it('waits for an element to render', async () => {
    customElements.define(
      'test-greeting',
      class extends LitElement {
        override render() {
          return html`<p>Hello</p>`;
        }
      },
    );
    const element = await fixture(html`<test-greeting></test-greeting>`);
    expect(element.shadowRoot?.textContent).toContain('Hello');
  });

  it('takes the last test’s elements away', () => {
    expect(document.querySelector('test-greeting')).toBeNull();
  });

  it('parses declarative shadow roots', async () => {
    const element = await fixture(
      '<div><template shadowrootmode="open"><b>Inside</b></template></div>',
    );
    expect(element.shadowRoot?.textContent).toBe('Inside');
  });

  it('refuses to return nothing', async () => {
    await expect(fixture('only text')).rejects.toThrow('no element');
  });
});

describe('adopted', () => {
  customElements.define(
    'test-adopter',
    class extends LitElement {
      #adopted = false;

      override connectedCallback() {
        this.#adopted = !!this.shadowRoot;
        super.connectedCallback();
      }

      override shouldUpdate() {
        return !this.#adopted;
      }

      override render() {
        return html`<i>${new Date().getFullYear()} ${navigator.userAgent}</i>`;
      }
    },
  );

  it('puts an element on the page with the root of a build, which knows neither the day nor the visitor', async () => {
    const content = html`<test-adopter id="one" .given=${1}></test-adopter>`;
    const element = await adopted(content);
    expect(element.shadowRoot?.textContent).toBe('1970 ');
    expect(element).toMatchObject({ id: 'one', given: 1 });
    expect(await prerendered(content)).toBe(
      '<test-adopter id="one"><template shadowrootmode="open"><style></style><i>1970 </i></template></test-adopter>',
    );
    expect(new Date().getFullYear()).toBeGreaterThan(2000);
  });

  it('finds an element that draws its root again', async () => {
    const element = html`<test-greeting></test-greeting>`;
    await expect(adopted(element)).rejects.toThrow('<test-greeting> does not keep its root');
  });
});

describe('expectAccessible', () => {
  it('lets a named button pass', async () => {
    await expectAccessible(await fixture('<button>Download</button>'));
  });

  it('finds a button without a name inside a shadow root', async () => {
    const element = await fixture(
      '<div><template shadowrootmode="open"><button></button></template></div>',
    );
    await expect(expectAccessible(element)).rejects.toThrow('button-name');
  });

  it('finds text that is too faint', async () => {
    const element = await fixture('<p>Faint</p>');
    element.style.cssText = 'color: #ccc; background: #fff';
    await expect(expectAccessible(element)).rejects.toThrow('color-contrast');
  });
});

describe('expectReadable', () => {
  it('lets lines pass that stand below one another', async () => {
    expectReadable(await fixture('<div><p>One</p><p>Two</p></div>'));
  });

  it('does not take silence for readable', async () => {
    const empty = await fixture('<p></p>');
    expect(() => expectReadable(empty)).toThrow('lines of text');
  });

  it.each([
    ['is cut off', '<div><p style="inline-size: 2em; overflow: hidden">Uninterruptible</p></div>'],
    ['leaves its element', '<div style="inline-size: 2em"><p>Uninterruptible</p></div>'],
    ['lies on', '<div><p>One</p><p style="margin-block-start: -2em">Two</p></div>'],
  ])('finds text that %s, also inside a shadow root', async (fault, inside) => {
    const plain = await fixture(inside);
    expect(() => expectReadable(plain)).toThrow(fault);
    const shadow = await fixture<HTMLElement>(
      `<div><template shadowrootmode="open">${inside}</template></div>`,
    );
    shadow.style.inlineSize = '2em';
    expect(() => expectReadable(shadow)).toThrow(fault);
  });
});

describe('expectTargets', () => {
  it('lets large ones pass, small ones with room, and links in a sentence', async () => {
    const large = '<button style="inline-size: 24px; block-size: 24px">x</button>';
    const small = '<button style="inline-size: 12px; block-size: 12px; margin: 12px">x</button>';
    const sentence = '<p>A <a href="#">b</a> <a href="#">c</a></p>';
    expectTargets(await fixture(`<div>${large}${large}${small}${small}${sentence}</div>`));
  });

  it('finds small ones side by side', async () => {
    const small = '<button style="inline-size: 12px; block-size: 12px">x</button>';
    const element = await fixture(`<div>${small}${small}</div>`);
    expect(() => expectTargets(element)).toThrow('Targets are too small');
  });
});

describe('press', () => {
  it('moves the focus and works a control', async () => {
    const element = await fixture(
      '<div><button>One</button><details><summary>Two</summary>Three</details></div>',
    );
    await press('Tab', 'Tab');
    expect(document.activeElement).toBe(element.querySelector('summary'));
    await press('Enter');
    expect(element.querySelector('details')?.open).toBe(true);
    await press('Space', 'Shift+Tab');
    expect(element.querySelector('details')?.open).toBe(false);
    expect(document.activeElement).toBe(element.querySelector('button'));
  });
});

describe.runIf(canEmulate)('emulate', () => {
  it.each([
    [{ colorScheme: 'dark' }, '(prefers-color-scheme: dark)'],
    [{ contrast: 'more' }, '(prefers-contrast: more)'],
    [{ forcedColors: 'active' }, '(forced-colors: active)'],
    [{ media: 'print' }, 'print'],
    [{ reducedMotion: 'reduce' }, '(prefers-reduced-motion: reduce)'],
  ] as const)('%o', async (media, query) => {
    expect(matchMedia(query).matches).toBe(false);
    await emulate(media);
    expect(matchMedia(query).matches).toBe(true);
  });
});

describe('a test', () => {
  it('runs in UTC and English', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('UTC');
    expect(navigator.language).toBe('en-US');
  });
});
