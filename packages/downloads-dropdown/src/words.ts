import { platformWords, type Strings } from '@sealmark/element-kit';

/** The words of downloads in English. */
export const words = {
  ...platformWords,
  'runs-on': 'Runs on',
  download: 'Download',
  own: 'Your platform first, as your browser names it. Nothing was sent.',
  desktop: 'desktop',
} satisfies Strings;
