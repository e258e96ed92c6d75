import { platformWords, type Strings } from '@sealmark/element-kit';
import { firstWords } from './first-words.ts';

/** The words of downloads in English. */
export const words = {
  ...platformWords,
  ...firstWords,
  'runs-on': 'Runs on',
  download: 'Download',
  desktop: 'desktop',
} satisfies Strings;
