import {
  canEmulate,
  emulate,
  expectAccessible,
  expectReadable,
  expectTargets,
  fixture,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { AuditBadge } from './audit-badge.ts';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';
import { badges, kinds } from './states.test.data.ts';

const now = new Date('2026-11-25');
const text = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim();

afterEach(async () => {
  vi.useRealTimers();
  document.documentElement.style.zoom = '';
  await page.viewport(1024, 768);
});

async function show(badge: unknown): Promise<HTMLElement> {
  vi.useFakeTimers({ toFake: ['Date'], now });
  const stage = await fixture<HTMLElement>(
    html`<main style="background: Canvas; color: CanvasText">${badge}</main>`,
  );
  vi.useRealTimers();
  return stage;
}

describe.each(Object.entries(badges))('<audit-badge>, %s', (_, badge) => {
  it('is read aloud as it was written down, and has no finding of axe in any theme', async () => {
    const stage = await show(badge);
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

describe('<audit-badge> says all that a real audit needs:', () => {
  it.each(kinds)('%s', async (_, audit, line, item) => {
    const stage = await show(html`<audit-badge open .audits=${[audit]}></audit-badge>`);
    const root = stage.querySelector('audit-badge')?.shadowRoot;
    expect(text(root?.querySelector('.lead'))).toBe(line);
    expect(text(root?.querySelector('li'))).toBe(item);
  });

  it('and lets old ones look old', async () => {
    const stage = await show(html`<audit-badge open .audits=${signal}></audit-badge>`);
    const years = [
      ...(stage.querySelector('audit-badge')?.shadowRoot?.querySelectorAll('.year') ?? []),
    ];
    const colors = years.map((year) => getComputedStyle(year).color);
    expect(years.map(text)).toEqual(['2024', '2016']);
    expect(colors[0]).not.toBe(colors[1]);
  });
});

describe('<audit-badge> can be read and pressed', () => {
  it.each(['15rem', '20rem', '44rem'])('in every state in %s', async (width) => {
    const stage = await show(
      html`<div style="inline-size: ${width}">${Object.values(badges)}</div>`,
    );
    for (const [index, badge] of stage.querySelectorAll('audit-badge').entries()) {
      expectReadable(badge, `when ${Object.keys(badges)[index]}`);
      expectTargets(badge, `when ${Object.keys(badges)[index]}`);
    }
  });

  it('at 400 %', async () => {
    await page.viewport(1280, 1024);
    document.documentElement.style.zoom = '4';
    for (const badge of (await show(Object.values(badges))).querySelectorAll('audit-badge')) {
      expectReadable(badge);
      expectTargets(badge);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it.runIf(canEmulate)('on paper, where it is open', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge .audits=${signal}></audit-badge>`);
    await emulate({ media: 'print' });
    expect(badge.shadowRoot?.querySelector('li')?.checkVisibility()).toBe(true);
    expect(badge.getBoundingClientRect().height).toBeGreaterThan(100);
  });
});
