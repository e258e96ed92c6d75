import type { Strings } from '@sealmark/element-kit';

/** The words of downloads in English that are needed where a build has drawn them. */
export const firstWords = {
  own: 'Your platform first, as your browser names it. Nothing was sent.',
} satisfies Strings;
