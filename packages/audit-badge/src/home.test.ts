import {
  documented,
  expectParts,
  expectProperties,
  fixture,
  mark,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';

const manifest = new URL('../dist/custom-elements.json', import.meta.url);

describe('<audit-badge> at home', () => {
  it('lets a page reach all that is documented, and takes font and color scheme of its place', async () => {
    const element = await fixture<HTMLElement>(
      html`<audit-badge open .audits=${signal}></audit-badge>`,
    );
    const inside = (selector: string) =>
      getComputedStyle(element.shadowRoot?.querySelector(selector) as Element);
    const place = element.parentElement as HTMLElement;
    place.style.cssText = 'inline-size: 44rem; font-family: Test Face, serif; color-scheme: light';
    const told = await documented('audit-badge', manifest);
    expectProperties(
      told,
      {
        '--sealmark-radius': ['9px', () => inside('summary').borderStartStartRadius],
        '--sealmark-ink': [mark, () => inside('b').color],
        '--sealmark-quiet': [mark, () => inside('.aside').color],
        '--sealmark-surface': [mark, () => inside('summary').backgroundColor],
        '--sealmark-line': [mark, () => inside('li + li').borderBlockStartColor],
        '--sealmark-edge': [mark, () => inside('summary').borderBlockStartColor],
        '--sealmark-evidence': [mark, () => inside('a').color],
        '--sealmark-caution': [mark, () => inside('.old .year').color],
      },
      [element],
    );
    expectParts(told, [element]);
    expect(told.states).toEqual(['loading', 'error', 'none']);
    const light = inside('summary').backgroundColor;
    place.style.colorScheme = 'dark';
    expect(inside('summary').backgroundColor).not.toBe(light);
    for (const each of element.shadowRoot?.querySelectorAll('*') ?? [])
      expect(getComputedStyle(each).fontFamily).toContain('Test Face');
  });
});
