import { safeUrl } from '@sealmark/element-kit';
import { object, text } from '@sealmark/element-kit/draw.js';

const words = text();

/** Whether a value is a download that can be shown: whole, and with an address that a link may have. */
export const isDownload = object(
  { platform: words, url: (url) => !!safeUrl(url), label: words },
  { lang: words, note: words },
);
