import { itIsAtHome, itKeepsToPreferences, mark } from '@sealmark/tooling/testing';
import { html } from 'lit';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';

itIsAtHome('downloads-dropdown', {
  manifest: new URL('../dist/custom-elements.json', import.meta.url),
  page: html`<downloads-dropdown open platform="linux" .downloads=${signal}></downloads-dropdown>`,
  promises: (inside) => ({
    '--sealmark-axis': ['100px', () => inside('summary').gridTemplateColumns.split(' ')[0] ?? ''],
    '--sealmark-inset': ['33px', () => inside('summary').paddingInlineStart],
    '--sealmark-radius': ['9px', () => inside('.downloads').borderEndEndRadius],
    '--sealmark-ink': [mark, () => inside('.downloads').borderBlockStartColor],
    '--sealmark-quiet': [mark, () => inside('bdi + bdi').color],
    '--sealmark-surface': [mark, () => inside('.downloads').backgroundColor],
    '--sealmark-tint': [mark, () => inside('.own').backgroundColor],
    '--sealmark-line': [mark, () => inside('.downloads').borderInlineStartColor],
    '--sealmark-evidence': [mark, () => inside('a > :nth-child(2)').color],
  }),
  ground: '.downloads',
});

itKeepsToPreferences('downloads-dropdown', {
  full: html`<downloads-dropdown platform="linux" .downloads=${signal}></downloads-dropdown>`,
  addresses: ['.stores a'],
  pressed: '.button',
});
