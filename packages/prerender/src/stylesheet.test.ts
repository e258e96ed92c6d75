import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { stylesheet } from './index.ts';

const { name, text: css } = stylesheet();

const selectors: string[] = [];
const rules: string[] = [];
transform({
  filename: 'sealmark.css',
  code: Buffer.from(css),
  visitor: {
    Rule({ type }) {
      rules.push(type);
    },
    Selector([first]) {
      const inner =
        first?.type === 'pseudo-class' && first.kind === 'where' ? first.selectors[0]?.[0] : first;
      selectors.push(inner?.type === 'pseudo-class' ? inner.kind : String(inner?.type));
    },
  },
});

describe('stylesheet', () => {
  it('has no selector that matches outside of a shadow root', () => {
    expect(selectors.length).toBeGreaterThan(100);
    expect(new Set(selectors)).toEqual(new Set(['host']));
  });

  it('has no rule that reaches the page by a name', () => {
    expect(new Set(rules)).toEqual(new Set(['style', 'media', 'container']));
  });

  it('has a name that stands for its text', () => {
    expect(name).toMatch(/^sealmark\.[\da-f]{12}\.css$/);
    expect(stylesheet()).toEqual({ name, text: css });
  });

  it('writes what the elements share once', () => {
    expect(css.match(/--_ink:var\(--sealmark-ink/g)).toHaveLength(1);
    expect(css.match(/details-content/g)).toHaveLength(1);
  });

  it.each([
    ':host(messenger-card:state(stale))',
    ':where(:host(messenger-card)) ::slotted([slot=logo])',
    ':where(:host) details::details-content',
    '@container (width<',
    '@media (forced-colors:active)',
    '@media print',
    '@media (prefers-reduced-motion:no-preference)',
    'light-dark(',
  ])('keeps %s', (text) => {
    expect(css).toContain(text);
  });

  it('keeps an element’s own rules from the others', () => {
    expect(css).toContain(':where(:host(messenger-card)) .card');
    expect(css).toContain(':where(:host(audit-badge)) .panel');
  });
});
