import { fixture } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pretendForcedColors } from './pretend-forced-colors.ts';

/** What two elements of a kind wear, one and the same sheet. */
const shared = new CSSStyleSheet();
shared.replaceSync(`
  p { color: rgb(1, 2, 3); outline: 2px solid rgb(1, 2, 3) }
  @media (forced-colors: active) { p { outline-width: 5px } }
`);

/** How a root shows its text. */
const looksOf = (root: ShadowRoot) => {
  const { color, outlineWidth } = getComputedStyle(root.querySelector('p') as Element);
  return { color, outlineWidth };
};

const own = { color: 'rgb(1, 2, 3)', outlineWidth: '2px' };
const forced = { color: 'rgb(0, 0, 0)', outlineWidth: '5px' };

/** Two places with an element each: the one that pretends, and the one that does not. */
async function places() {
  const page = await fixture(html`
    <main style="color-scheme: light">
      <section><div></div></section>
      <section><div></div></section>
    </main>
  `);
  const roots = [...page.querySelectorAll('div')].map((host) => {
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('p'));
    root.adoptedStyleSheets = [shared];
    return root;
  });
  const [pretending, other] = roots as [ShadowRoot, ShadowRoot];
  const stop = pretendForcedColors(page.querySelector('section') as Element);
  onTestFinished(stop);
  return { pretending, other, stop };
}

describe('forced colors that are pretended', () => {
  it('show in their place, and not in another one whose element wears the same sheet', async () => {
    const { pretending, other, stop } = await places();
    expect(looksOf(pretending)).toEqual(forced);
    expect(looksOf(other)).toEqual(own);
    stop();
    expect(looksOf(pretending)).toEqual(own);
    expect([...pretending.adoptedStyleSheets].every((sheet) => sheet === shared)).toBe(true);
  });

  it('show on an element that has dressed later', async () => {
    const { pretending, other } = await places();
    pretending.adoptedStyleSheets = [shared];
    await vi.waitFor(() => expect(looksOf(pretending)).toEqual(forced));
    expect(looksOf(other)).toEqual(own);
  });
});
