import { auditLanguages } from '@sealmark/audit-badge';
import { downloadLanguages } from '@sealmark/downloads-dropdown';
import { joinLanguages, type Languages } from '@sealmark/element-kit';

/** The words of the card and of all that is in it, in the languages beside English; each loaded when it is used. */
export const languages: Languages = joinLanguages(
  {
    ar: () => import('./ar.ts'),
    de: () => import('./de.ts'),
    es: () => import('./es.ts'),
    fa: () => import('./fa.ts'),
    fr: () => import('./fr.ts'),
    ru: () => import('./ru.ts'),
    'zh-hans': () => import('./zh-hans.ts'),
  },
  auditLanguages,
  downloadLanguages,
);
