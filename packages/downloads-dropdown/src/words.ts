import { platformWords, type Strings } from '@sealmark/element-kit';

/** The words of downloads in English that are needed where a build has drawn them. */
export const firstWords = {
  own: 'Your platform first, as your browser names it. Nothing was sent.',
} satisfies Strings;

/** The words of downloads in English. */
export const words = {
  ...platformWords,
  ...firstWords,
  'runs-on': 'Runs on',
  download: 'Download',
  desktop: 'desktop',
} satisfies Strings;
