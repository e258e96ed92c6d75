import { html, LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import { canEmulate, emulate, expectAccessible, fixture, press } from './index.ts';

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
