/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { colorOf, contrast, linear, texts } from './contrast.ts';
import { type ColorName, colors, cssColor, lengths } from './tokens.ts';

const packages = join(import.meta.dirname, '..', '..');
const names = Object.keys(colors) as ColorName[];

const schemes = [
  ['light', false],
  ['dark', false],
  ['light', true],
  ['dark', true],
] as const;

describe.each(schemes)('contrast, %s, more contrast asked for: %s', (scheme, more) => {
  const pairs = texts.flatMap(([text, grounds]) =>
    grounds.map((ground) => [text, ground] as const),
  );

  it.each(pairs)('%s on %s is at least 7 : 1', (text, ground) => {
    expect(
      contrast(colorOf(text, scheme, more), colorOf(ground, scheme, more)),
    ).toBeGreaterThanOrEqual(7);
  });

  it.each(['surface', 'paper', 'tint'] as const)(
    'the edge of a control on %s is at least 3 : 1',
    (ground) => {
      expect(
        contrast(colorOf('edge', scheme, more), colorOf(ground, scheme, more)),
      ).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('contrast', () => {
  it.each([
    ['1 0 0', '0 0 0', 21],
    ['.6 .15 250', '.6 .15 250', 1],
    // The figures of look.md, rounded as there.
    ['.235 .02 195', '1 0 0', 16.6],
    ['.425 .02 190', '.984 .003 185', 7.8],
    ['.85 .085 183', '.232 .011 200', 11],
  ])('of %s and %s is %f', (one, other, figure) => {
    expect(contrast(one, other)).toBeCloseTo(figure, 1);
  });

  it.each(names)('asked for, is never less for %s', (name) => {
    for (const scheme of ['light', 'dark'] as const) {
      const ground = (more: boolean) =>
        colorOf(name === 'surface' ? 'ink' : 'surface', scheme, more);
      expect(contrast(colorOf(name, scheme, true), ground(true)) + 0.05).toBeGreaterThanOrEqual(
        contrast(colorOf(name, scheme, false), ground(false)),
      );
    }
  });
});

describe('a token', () => {
  it.each(names)('%s is a color of OKLCH in every scheme', (name) => {
    for (const [scheme, more] of schemes) {
      const value = colorOf(name, scheme, more);
      expect(value).toMatch(/^(0|1|0?\.\d+) (0|0?\.\d+) \d+$/);
      for (const part of linear(value)) expect(part).toBeGreaterThanOrEqual(-0.002);
      for (const part of linear(value)) expect(part).toBeLessThanOrEqual(1.002);
    }
  });

  it('is written for the scheme of the place where it is used', () => {
    expect(cssColor('ink')).toBe('light-dark(oklch(.235 .02 195), oklch(.945 .006 180))');
    expect(cssColor('ink', true)).toBe('light-dark(oklch(.12 .01 195), oklch(1 0 0))');
    expect(cssColor('paper', true)).toBe(cssColor('paper'));
  });
});

describe('the contract between tokens and elements', () => {
  const elements = ['element-kit', 'audit-badge', 'downloads-dropdown', 'messenger-card'];
  const sources = elements.flatMap((folder) => {
    const place = join(packages, folder, 'src');
    return readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test|\.data)\.ts$/.test(file))
      .map((file) => readFileSync(join(place, file), 'utf8'));
  });
  const styles = sources.join('\n');
  const found = (pattern: RegExp) =>
    new Set([...styles.matchAll(pattern)].map(([, name]) => name as string));
  const used = found(/var\(--_([\w-]+)/g);
  const set = found(/--_([\w-]+):/g);
  const published = found(/var\(--sealmark-([\w-]+)/g);
  const tokens = [...names, ...Object.keys(lengths)];

  it('leaves no private property undefined', () => {
    expect([...used].filter((name) => !set.has(name))).toEqual([]);
  });

  it('leaves no private property unused', () => {
    expect([...set].filter((name) => !used.has(name))).toEqual([]);
  });

  it('publishes every token but the page’s ground, and nothing else', () => {
    expect([...published].sort()).toEqual(tokens.filter((name) => name !== 'paper').sort());
  });

  it('reads each public property once', () => {
    for (const name of published)
      expect(styles.split(`var(--sealmark-${name},`), name).toHaveLength(2);
  });

  it('documents no property that there is not', () => {
    const documented = [...styles.matchAll(/@cssprop \[?--sealmark-([\w-]+)/g)].map(
      ([, name]) => name as string,
    );
    expect(documented.length).toBeGreaterThan(0);
    expect(documented.filter((name) => !tokens.includes(name))).toEqual([]);
  });

  it('keeps colors out of the elements', () => {
    const own = sources.filter((source) => !source.includes('light-dark(')).join('\n');
    expect(own.match(/oklch\(|rgb\(|hsl\(|:\s*#[\da-f]{3,8}\b/gi) ?? []).toEqual([]);
  });
});

describe('tokens.css', () => {
  const css = readFileSync(join(packages, 'theme', 'dist', 'tokens.css'), 'utf8');

  it('sets every token as a property of the page', () => {
    for (const name of names) expect(css).toContain(`--sealmark-${name}: ${cssColor(name)};`);
    for (const [name, length] of Object.entries(lengths))
      expect(css).toContain(`--sealmark-${name}: ${length};`);
  });

  it('sets the stronger forms for readers who ask for more contrast', () => {
    const more = css.slice(css.indexOf('prefers-contrast: more'));
    for (const name of names) {
      expect(more.includes(`--sealmark-${name}: ${cssColor(name, true)};`)).toBe(
        'contrast' in colors[name],
      );
    }
  });
});
