/** A color for light and for dark surroundings, each with a stronger form where the reader asks for more contrast. Values are OKLCH: lightness, chroma, hue. */
export interface ColorToken {
  readonly light: string;
  readonly dark: string;
  /** The form under `prefers-contrast: more`; the plain one where it is left out. */
  readonly contrast?: { readonly light: string; readonly dark: string };
}

/** The colors, by role. Every pair of text and ground that the elements use has a contrast of at least 7 : 1. */
export const colors = {
  /** The page's ground. */
  paper: { light: '.984 .003 185', dark: '.195 .009 200' },
  /** The card's ground. */
  surface: {
    light: '1 0 0',
    dark: '.232 .011 200',
    contrast: { light: '1 0 0', dark: '.16 .008 200' },
  },
  /** A quiet ground inside the card: its foot, a chosen row. */
  tint: { light: '.962 .007 188', dark: '.265 .014 197' },
  /** Rules that only divide. */
  line: {
    light: '.885 .008 188',
    dark: '.36 .014 197',
    contrast: { light: '.56 .022 180', dark: '.63 .02 185' },
  },
  /** The border of a control. */
  edge: {
    light: '.56 .022 180',
    dark: '.63 .02 185',
    contrast: { light: '.235 .02 195', dark: '.945 .006 180' },
  },
  /** Statements. */
  ink: {
    light: '.235 .02 195',
    dark: '.945 .006 180',
    contrast: { light: '.12 .01 195', dark: '1 0 0' },
  },
  /** Labels, dates, sources. */
  quiet: {
    light: '.425 .02 190',
    dark: '.8 .014 185',
    contrast: { light: '.3 .02 190', dark: '.92 .01 185' },
  },
  /** Evidence: links, marks, what is met. */
  evidence: {
    light: '.4 .068 190',
    dark: '.85 .085 183',
    contrast: { light: '.3 .055 190', dark: '.93 .06 183' },
  },
  /** The plate under a maker's logo, light in both schemes. */
  plate: { light: '1 0 0', dark: '.94 .006 190' },
  /** Age. */
  caution: { light: '.405 .085 65', dark: '.87 .09 85' },
  'caution-tint': { light: '.968 .028 88', dark: '.285 .036 80' },
  /** Error or withdrawal. */
  alarm: { light: '.42 .135 28', dark: '.84 .085 30' },
  'alarm-tint': { light: '.966 .016 25', dark: '.285 .045 28' },
} as const satisfies Record<string, ColorToken>;

/** The name of a color. */
export type ColorName = keyof typeof colors;

/** Lengths, in rem. */
export const lengths = {
  /** The corners of controls and of a card's foot. */
  radius: '.25rem',
  /** The width of the labels that stand before a card's axis. */
  axis: '8.75rem',
  /** The space between a card's edge and its text. */
  inset: '1.25rem',
} as const;

/** The value of a color as CSS, for the scheme of the place where it is used. */
export function cssColor(name: ColorName, contrast = false): string {
  const token: ColorToken = colors[name];
  const { light, dark } = (contrast && token.contrast) || token;
  return `light-dark(oklch(${light}), oklch(${dark}))`;
}
