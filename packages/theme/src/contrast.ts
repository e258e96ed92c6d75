import { type ColorName, type ColorToken, colors } from './tokens.ts';

/** Linear red, green and blue of an OKLCH color, by the matrices of CSS Color 4. */
export function linear(color: string): [number, number, number] {
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

/** The contrast of two colors in OKLCH by WCAG 2.2: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The surroundings of a color. */
export type Scheme = 'light' | 'dark';

/** The value of a color in a scheme, in its stronger form where the reader asks for more contrast. */
export function colorOf(name: ColorName, scheme: Scheme, more = false): string {
  const token: ColorToken = colors[name];
  return ((more && token.contrast) || token)[scheme];
}

/** Every text of ours and the grounds on which it stands. */
export const texts: readonly (readonly [ColorName, readonly ColorName[]])[] = [
  ['ink', ['paper', 'surface', 'tint', 'caution-tint', 'alarm-tint']],
  ['quiet', ['paper', 'surface', 'tint']],
  ['evidence', ['paper', 'surface', 'tint', 'alarm-tint', 'caution-tint']],
  ['caution', ['caution-tint', 'surface']],
  ['alarm', ['alarm-tint', 'surface']],
  ['surface', ['ink', 'evidence']],
];
