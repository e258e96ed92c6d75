import { itIsAtHome, itKeepsToPreferences, mark } from '@sealmark/tooling/testing';
import { html } from 'lit';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';

itIsAtHome('audit-badge', {
  manifest: new URL('../dist/custom-elements.json', import.meta.url),
  page: html`<audit-badge open .audits=${signal}></audit-badge>`,
  promises: (inside) => ({
    '--sealmark-radius': ['9px', () => inside('summary').borderStartStartRadius],
    '--sealmark-ink': [mark, () => inside('b').color],
    '--sealmark-quiet': [mark, () => inside('.aside').color],
    '--sealmark-surface': [mark, () => inside('summary').backgroundColor],
    '--sealmark-line': [mark, () => inside('li + li').borderBlockStartColor],
    '--sealmark-edge': [mark, () => inside('summary').borderBlockStartColor],
    '--sealmark-evidence': [mark, () => inside('a').color],
    '--sealmark-caution': [mark, () => inside('.old .year').color],
  }),
  ground: 'summary',
});

itKeepsToPreferences('audit-badge', {
  full: html`<audit-badge .audits=${signal}></audit-badge>`,
  addresses: ['.audits a'],
  pressed: '.action',
});
