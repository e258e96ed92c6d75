/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ColorName, colors, type ColorToken, cssColor, lengths } from './tokens.ts';

const packages = join(import.meta.dirname, '..', '..');
const names = Object.keys(colors) as ColorName[];

/** Linear red, green and blue of an OKLCH color, by the matrices of CSS Color 4. */
function linear(color: string): [number, number, number] {
  const [lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN] = color
    .split(' ')
    .map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Relative luminance by WCAG 2.2, of the color as a screen of sRGB shows it, in 8 bits. */
function luminance(color: string): number {
  const [red, green, blue] = linear(color).map((part) => {
    const clipped = Math.min(1, Math.max(0, part));
    const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
    const shown = Math.round(encoded * 255) / 255;
    return shown <= 0.04045 ? shown / 12.92 : ((shown + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

type Scheme = 'light' | 'dark';

function valueOf(name: ColorName, scheme: Scheme, more: boolean): string {
  const token: ColorToken = colors[name];
  return ((more && token.contrast) || token)[scheme];
}

const schemes = [
  ['light', false],
  ['dark', false],
  ['light', true],
  ['dark', true],
] as const;

/** Every text of ours and the grounds on which it stands. */
const texts: [ColorName, ColorName[]][] = [
  ['ink', ['paper', 'surface', 'tint', 'caution-tint', 'alarm-tint']],
  ['quiet', ['paper', 'surface', 'tint']],
  ['evidence', ['paper', 'surface', 'tint', 'alarm-tint', 'caution-tint']],
  ['caution', ['caution-tint', 'surface']],
  ['alarm', ['alarm-tint', 'surface']],
  ['surface', ['ink', 'evidence']],
];

describe.each(schemes)('contrast, %s, more contrast asked for: %s', (scheme, more) => {
  const pairs = texts.flatMap(([text, grounds]) =>
    grounds.map((ground) => [text, ground] as const),
  );

  it.each(pairs)('%s on %s is at least 7 : 1', (text, ground) => {
    expect(
      contrast(valueOf(text, scheme, more), valueOf(ground, scheme, more)),
    ).toBeGreaterThanOrEqual(7);
  });

  it.each(['surface', 'paper', 'tint'] as const)(
    'the edge of a control on %s is at least 3 : 1',
    (ground) => {
      expect(
        contrast(valueOf('edge', scheme, more), valueOf(ground, scheme, more)),
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
        valueOf(name === 'surface' ? 'ink' : 'surface', scheme, more);
      expect(contrast(valueOf(name, scheme, true), ground(true)) + 0.05).toBeGreaterThanOrEqual(
        contrast(valueOf(name, scheme, false), ground(false)),
      );
    }
  });
});

describe('a token', () => {
  it.each(names)('%s is a color of OKLCH in every scheme', (name) => {
    for (const [scheme, more] of schemes) {
      const value = valueOf(name, scheme, more);
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
