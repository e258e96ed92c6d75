import { auditWords, summarize } from '@sealmark/audit-badge/draw.js';
import { formatDate, type Locale } from '@sealmark/element-kit';
import type { CardRecord, MessengerCardRecord } from '@sealmark/schema';
import { type ColorName, colorOf, type Scheme } from '@sealmark/theme';
import { transform } from 'lightningcss';
import { escape } from './stylesheet.ts';

const english: Locale = Object.assign(
  (key: string) => (auditWords as Readonly<Record<string, string>>)[key] ?? key,
  { language: 'en', place: 'en' },
);

/** What encryption without switching it on comes to. */
const encryption: Readonly<Record<string, string>> = {
  yes: 'E2EE by default',
  partial: 'E2EE by default in part',
  no: 'no E2EE by default',
  disputed: 'E2EE by default disputed',
  unknown: 'E2EE by default unknown',
};

/** What a badge says, after the name. */
export function badgeWords(record: CardRecord): readonly string[] {
  if (record.kind === 'moved') return ['has another name now'];
  if (record.kind === 'removed') return ['withdrawn'];
  const ended = record.lifecycle === 'discontinued' ? ['discontinued'] : [];
  return [...ended, ...encryptionOf(record), auditsOf(record)];
}

function encryptionOf({ highlights }: MessengerCardRecord): string[] {
  const value = highlights.find(({ fact }) => fact === 'e2ee-default')?.value;
  const words = typeof value === 'string' ? encryption[value] : undefined;
  return words === undefined ? [] : [words];
}

function auditsOf({ audits }: MessengerCardRecord): string {
  const { text } = summarize(audits, english);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const color = (name: ColorName, scheme: Scheme) => {
  const code = Buffer.from(`a{color:oklch(${colorOf(name, scheme)})}`);
  const targets = { chrome: 80 << 16 };
  const css = transform({ filename: 'color.css', code, minify: true, targets }).code.toString();
  // Readers of SVG other than browsers know no OKLCH: this is the same color in sRGB.
  return /color:(#[\da-f]{3,8}|\w+)/.exec(css)?.[1] as string;
};

/** The part of an em that a character takes in the usual faces without serifs. */
const widths: readonly [RegExp, number][] = [
  [/[ijl|'.,:;! ·]/, 0.28],
  [/[frt()\-/I]/, 0.35],
  [/[mwMW@%]/, 0.86],
  [/[A-Z&]/, 0.68],
  [/[ -\u02ff]/, 0.56],
];
const widthOf = (text: string, bold = 1) =>
  [...text].reduce(
    (sum, letter) => sum + (widths.find(([those]) => those.test(letter))?.[1] ?? 1),
    0,
  ) *
  12 *
  bold;

/**
 * A badge of an entry as SVG, for places that show pictures and nothing else, such as a README: "Signal · E2EE by default ·
 * protocol analyzed 2016". In light and dark, without a script, with its words as its name.
 */
export function badge(record: CardRecord): string {
  const words = badgeWords(record);
  const reviewed =
    record.kind === 'messenger' ? `, reviewed ${formatDate(record.reviewed, 'en')}` : '';
  const title = escape(`${record.name}: ${words.join(', ')}${reviewed}`);
  const gap = 18;
  let x = 10;
  const parts = [record.name, ...words].map((text, index) => {
    const width = Math.ceil(widthOf(text, index ? 1 : 1.06));
    const [name, weight] = index ? ['quiet', ''] : ['ink', ' font-weight="600"'];
    const dot = index
      ? `<circle class="edge" cx="${x - gap / 2}" cy="12" r="1.5" fill="${color('edge', 'light')}"/>`
      : '';
    const part = `${dot}<text class="${name}" x="${x}" y="16.2" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${color(name as ColorName, 'light')}"${weight}>${escape(text)}</text>`;
    x += width + gap;
    return part;
  });
  const width = x - gap + 10;
  const dark = (['ink', 'quiet', 'edge'] as const).map(
    (name) => `.${name}{fill:${color(name, 'dark')}}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="24" viewBox="0 0 ${width} 24" role="img" aria-label="${title}" font-family="system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif" font-size="12"><title>${title}</title><style>@media (prefers-color-scheme:dark){.box{fill:${color('surface', 'dark')};stroke:${color('edge', 'dark')}}${dark.join('')}}</style><rect class="box" x=".5" y=".5" width="${width - 1}" height="23" rx="2" fill="${color('surface', 'light')}" stroke="${color('edge', 'light')}"/>${parts.join('')}</svg>
`;
}
