import { itCanBeReadAndPressed, itIsAccessible, ways } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';
import { badges, kinds } from './states.test.data.ts';

const subject = { tag: 'audit-badge', states: badges };
itIsAccessible(subject);
itCanBeReadAndPressed(subject, ['15rem', '20rem', '44rem']);

const text = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim();

describe.each(ways)('<audit-badge>, %s, says all that a real audit needs:', (_, fixture) => {
  beforeEach(() => vi.setSystemTime(new Date('2026-11-25')));
  afterEach(() => vi.useRealTimers());

  it.each(kinds)('%s', async (_, audit, line, item) => {
    const { shadowRoot } = await fixture(html`<audit-badge open .audits=${[audit]}></audit-badge>`);
    expect(text(shadowRoot?.querySelector('.lead'))).toBe(line);
    expect(text(shadowRoot?.querySelector('li'))).toBe(item);
  });

  it('and lets old ones look old', async () => {
    const { shadowRoot } = await fixture(html`<audit-badge open .audits=${signal}></audit-badge>`);
    const years = [...(shadowRoot?.querySelectorAll('.year') ?? [])];
    const colors = years.map((year) => getComputedStyle(year).color);
    expect(years.map(text)).toEqual(['2024', '2016']);
    expect(colors[0]).not.toBe(colors[1]);
  });
});
