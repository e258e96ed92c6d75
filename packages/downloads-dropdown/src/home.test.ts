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

describe('<downloads-dropdown> at home', () => {
  it('lets a page reach all that is documented, and takes font and color scheme of its place', async () => {
    const element = await fixture<HTMLElement>(
      html`<downloads-dropdown open platform="linux" .downloads=${signal}></downloads-dropdown>`,
    );
    const inside = (selector: string) =>
      getComputedStyle(element.shadowRoot?.querySelector(selector) as Element);
    const place = element.parentElement as HTMLElement;
    place.style.cssText = 'inline-size: 44rem; font-family: Test Face, serif; color-scheme: light';
    const told = await documented('downloads-dropdown', manifest);
    expectProperties(
      told,
      {
        '--sealmark-axis': [
          '100px',
          () => inside('summary').gridTemplateColumns.split(' ')[0] ?? '',
        ],
        '--sealmark-inset': ['33px', () => inside('summary').paddingInlineStart],
        '--sealmark-radius': ['9px', () => inside('.downloads').borderEndEndRadius],
        '--sealmark-ink': [mark, () => inside('.downloads').borderBlockStartColor],
        '--sealmark-quiet': [mark, () => inside('bdi').color],
        '--sealmark-surface': [mark, () => inside('.downloads').backgroundColor],
        '--sealmark-tint': [mark, () => inside('.own').backgroundColor],
        '--sealmark-line': [mark, () => inside('.downloads').borderInlineStartColor],
        '--sealmark-evidence': [mark, () => inside('a > :nth-child(2)').color],
      },
      [element],
    );
    expectParts(told, [element]);
    expect(told.states).toEqual(['loading', 'error', 'empty']);
    const light = inside('.downloads').backgroundColor;
    place.style.colorScheme = 'dark';
    expect(inside('.downloads').backgroundColor).not.toBe(light);
    for (const each of element.shadowRoot?.querySelectorAll('*') ?? [])
      expect(getComputedStyle(each).fontFamily).toContain('Test Face');
  });
});
