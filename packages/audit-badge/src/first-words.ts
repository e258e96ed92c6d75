import type { Strings } from '@sealmark/element-kit';

/** The words of audits in English that are needed where a build has drawn them. */
export const firstWords = {
  'age-one': '{count} year old.',
  'age-other': '{count} years old.',
} satisfies Strings;
