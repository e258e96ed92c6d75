import { object, safeUrl, text } from '@sealmark/element-kit';

const words = text();

/** Whether a value is a download that can be shown: whole, and with an address that a link may have. */
export const isDownload = object(
  { platform: words, url: (url) => !!safeUrl(url), label: words },
  { lang: words, note: words },
);
