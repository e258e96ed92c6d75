import {
  expectQuietPage,
  itCanBeReadAndPressed,
  itKeepsToPreferences,
} from '@sealmark/tooling/testing';
import { html } from 'lit';
import { source } from './helpers.test.data.ts';
import { signal, wren } from './sample.test.data.ts';
import { cards } from './states.test.data.ts';

expectQuietPage();

itCanBeReadAndPressed({ tag: 'messenger-card', states: cards }, [
  ...['17.5rem', '20rem', '22.5rem'],
  ...['36rem', '44rem', '64rem'],
]);

const [, unknown] = wren.highlights;

itKeepsToPreferences('messenger-card', {
  full: html`<messenger-card
    .messenger=${{ ...signal, highlights: [...signal.highlights, unknown] } as typeof signal}
    .content=${source}
  ></messenger-card>`,
  addresses: ['.stores a', '.links a', '.audits a', '.src a'],
  pressed: '.button, .action',
});
