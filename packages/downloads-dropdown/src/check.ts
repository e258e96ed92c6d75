import { safeUrl } from '@sealmark/element-kit';
import { object, text } from '@sealmark/element-kit/draw.js';

const words = text();
const may = { lang: words, note: words, download: words, target: words, hreflang: words };

/** Whether a value is a download that can be shown: whole, and with an address that a link may have. */
export const isDownload = object(
  { platform: text(/\S/), url: (url) => !!safeUrl(url), label: words },
  may,
);
