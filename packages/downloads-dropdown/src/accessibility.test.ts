import {
  canEmulate,
  emulate,
  expectAccessible,
  expectReadable,
  expectTargets,
  fixture,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import './define.ts';
import './provide.ts';
import type { DownloadsDropdown } from './downloads-dropdown.ts';
import { signal } from './sample.test.data.ts';
import { dropdowns } from './states.test.data.ts';

afterEach(async () => {
  document.documentElement.style.zoom = '';
  await page.viewport(1024, 768);
});

const show = (inside: unknown) =>
  fixture<HTMLElement>(html`<main style="background: Canvas; color: CanvasText">${inside}</main>`);

describe.each(Object.entries(dropdowns))('<downloads-dropdown>, %s', (_, dropdown) => {
  it('is read aloud as it was written down, and has no finding of axe in any theme', async () => {
    const stage = await show(dropdown);
    await expect.element(page.elementLocator(stage)).toMatchAriaSnapshot();
    for (const scheme of ['light', 'dark']) {
      stage.style.colorScheme = scheme;
      await expectAccessible(stage);
    }
    if (!canEmulate) return;
    stage.style.colorScheme = 'light';
    await emulate({ forcedColors: 'active' });
    await expectAccessible(stage);
  });
});

/** Everything that says something, by its name. */
const names = Object.keys(dropdowns).filter((name) => name !== 'empty');
const speaking = names.map((name) => dropdowns[name]);

function expectEach(stage: Element): void {
  for (const [index, dropdown] of stage.querySelectorAll('downloads-dropdown').entries()) {
    expectReadable(dropdown, `when ${names[index]}`);
    expectTargets(dropdown, `when ${names[index]}`);
  }
}

describe('<downloads-dropdown> can be read and pressed', () => {
  it.each(['15rem', '20rem', '22.5rem', '36rem', '64rem'])(
    'in every state in %s',
    async (width) => {
      expectEach(await show(html`<div style="inline-size: ${width}">${speaking}</div>`));
    },
  );

  it('at 400 %', async () => {
    await page.viewport(1280, 1024);
    document.documentElement.style.zoom = '4';
    expectEach(await show(speaking));
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it.runIf(canEmulate)('on paper, where it is open and says its addresses', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown .downloads=${signal}></downloads-dropdown>`,
    );
    await emulate({ media: 'print' });
    const link = dropdown.shadowRoot?.querySelector('.stores a') as Element;
    expect(link.checkVisibility()).toBe(true);
    expect(getComputedStyle(link, '::after').content).toContain('signal.org/download/linux');
    expect(dropdown.getBoundingClientRect().height).toBeGreaterThan(200);
  });
});
