import type { Strings } from '@sealmark/element-kit';

/** The words of audits in English that are needed where a build has drawn them. Old is five years and more: there is no "one". */
export const firstWords = {
  'age-other': '{count} years old.',
} satisfies Strings;
