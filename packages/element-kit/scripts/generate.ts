/**
 * Writes the theme's values into `src/generated/tokens.styles.ts`, as what a public property falls
 * back to: an element needs nothing of the theme at run time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColorName, colors, cssColor, lengths } from '@sealmark/theme';

/** The page's ground is the page's own. */
const used = (Object.keys(colors) as ColorName[]).filter((name) => name !== 'paper');
const values = {
  ...Object.fromEntries(used.map((name) => [name, cssColor(name)])),
  ...lengths,
};
const properties = Object.entries(values).map(
  ([name, value]) => `    --_${name}: var(--sealmark-${name}, ${value});`,
);

const folder = join(import.meta.dirname, '..', 'src', 'generated');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'tokens.styles.ts'),
  `import { css } from '@lit/reactive-element/css-tag.js';

/** Every public custom property, read once into the private one that the styles use. */
export const tokens = css\`
  :host {
${properties.join('\n')}
  }
\`;
`,
);
