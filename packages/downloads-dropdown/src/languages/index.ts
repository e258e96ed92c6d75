import type { Languages } from '@sealmark/element-kit';

/** The words of downloads in the languages beside English, each loaded when it is used. */
export const languages: Languages = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fa: () => import('./fa.ts'),
  fr: () => import('./fr.ts'),
  ru: () => import('./ru.ts'),
  'zh-hans': () => import('./zh-hans.ts'),
};
