import type { Strings } from '@sealmark/element-kit';
import { platformWords } from '@sealmark/element-kit/draw.js';
import { firstWords } from './first-words.ts';

/** The words of downloads in English. */
export const words = {
  ...platformWords,
  ...firstWords,
  'runs-on': 'Runs on',
  download: 'Download',
  desktop: 'desktop',
} satisfies Strings;
