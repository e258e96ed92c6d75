/** Writes `dist/tokens.css`, the tokens as custom properties of a page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColorName, type ColorToken, colors, cssColor, lengths } from '../src/tokens.ts';

const names = Object.keys(colors) as ColorName[];
const stronger = names.filter((name) => (colors[name] as ColorToken).contrast);
const property = (name: string, value: string) => `--sealmark-${name}: ${value};`;

const css = `:root {
  color-scheme: light dark;
  ${names.map((name) => property(name, cssColor(name))).join('\n  ')}
  ${Object.entries(lengths)
    .map(([name, value]) => property(name, value))
    .join('\n  ')}
}

@media (prefers-contrast: more) {
  :root {
    ${stronger.map((name) => property(name, cssColor(name, true))).join('\n    ')}
  }
}
`;

const dist = join(import.meta.dirname, '..', 'dist');
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, 'tokens.css'), css);
