import { fixture } from '@sealmark/tooling/testing';
import { css, type CSSResult, html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { type Drawing, drawing } from './draw.ts';
import { define, type Loader, SealmarkElement } from './index.ts';

/** A part that comes when it is told to, or fails. */
function part<T>(value: T) {
  let settle: ((fails?: Error) => void) | undefined;
  const load = vi.fn(
    () =>
      new Promise<{ default: T }>((resolve, reject) => {
        settle = (fails) => (fails ? reject(fails) : resolve({ default: value }));
      }),
  );
  return { load, come: () => settle?.(), fail: () => settle?.(new Error('offline')) };
}

let count = 0;

/** An element of a class of its own, in a place that has its markup. */
async function sample(inside: string) {
  const draws = part(
    drawing<LateSample>({ greeting: 'Hello' }, (_, locale) => ({
      content: html`<p>${locale('greeting')}</p>`,
      states: ['drawn'],
    })),
  );
  const styles = part(
    css`
      p {
        color: rgb(1, 2, 3);
      }
    `,
  );
  class LateSample extends SealmarkElement<LateSample> {
    static override readonly drawing: Loader<Drawing<LateSample>> = draws.load;
    static override readonly sheets: Loader<CSSResult> = styles.load;
    static override readonly properties = { name: {} };
    declare name: string;
  }
  count += 1;
  const tag = `late-sample-${count}`;
  define(tag, LateSample);
  const place = await fixture('<div></div>');
  place.setHTMLUnsafe(`<${tag}>${inside}</${tag}>`);
  const element = place.firstElementChild as LateSample;
  await settled();
  return { element, draws, styles, child: element.querySelector('b') as HTMLElement };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('an element whose parts are loaded when it first needs them', () => {
  it('asks for them at once, shows its children meanwhile, then itself with its styles', async () => {
    const { element, draws, styles, child } = await sample('<b>Child</b>');
    expect(draws.load).toHaveBeenCalledOnce();
    expect(styles.load).toHaveBeenCalledOnce();
    expect(child.checkVisibility()).toBe(true);
    expect(element.matches(':state(loading)')).toBe(true);
    draws.come();
    await settled();
    // Nothing shows unstyled.
    expect(child.checkVisibility()).toBe(true);
    styles.come();
    await element.updateComplete;
    const words = element.shadowRoot?.querySelector('p') as HTMLElement;
    expect(words.textContent).toBe('Hello');
    expect(getComputedStyle(words).color).toBe('rgb(1, 2, 3)');
    expect(child.checkVisibility()).toBe(false);
    expect(element.matches(':state(drawn):not(:state(loading))')).toBe(true);
  });

  it('keeps its children where they cannot be had, and shows itself once the browser is back online', async () => {
    const { element, draws, styles, child } = await sample('<b>Child</b>');
    styles.come();
    draws.fail();
    await element.updateComplete;
    expect(element.matches(':state(error)')).toBe(true);
    expect(child.checkVisibility()).toBe(true);
    dispatchEvent(new Event('online'));
    await settled();
    expect(draws.load).toHaveBeenCalledTimes(2);
    draws.come();
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).toBe('Hello');
    expect(element.matches(':state(drawn):not(:state(error))')).toBe(true);
  });

  it('asks for nothing while a root that came with the page stands, and keeps it until all is there', async () => {
    const { element, draws, styles } = await sample(
      '<template shadowrootmode="open"><p>From the page</p></template>',
    );
    expect(draws.load).not.toHaveBeenCalled();
    expect(styles.load).not.toHaveBeenCalled();
    element.name = 'Signal';
    await settled();
    expect(element.shadowRoot?.textContent).toBe('From the page');
    draws.fail();
    await settled();
    expect(element.shadowRoot?.textContent).toBe('From the page');
    dispatchEvent(new Event('online'));
    await settled();
    draws.come();
    styles.come();
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).toBe('Hello');
  });
});
