/** What a browser says of itself. */
export interface BrowserSigns {
  readonly userAgent?: string;
  readonly maxTouchPoints?: number;
}

/**
 * The platform that the visitor's browser names, as an id of the platforms' vocabulary; `undefined`
 * where it cannot be told. Only the browser is asked, nothing is sent.
 */
export function ownPlatform({
  userAgent = '',
  maxTouchPoints = 0,
}: BrowserSigns): string | undefined {
  if (/android/i.test(userAgent)) return 'android';
  // An iPad calls itself a Mac, and is told by its touch screen.
  if (/iphone|ipad|ipod/i.test(userAgent) || (/mac os/i.test(userAgent) && maxTouchPoints > 1))
    return 'ios';
  if (/windows nt/i.test(userAgent)) return 'windows';
  if (/mac os/i.test(userAgent)) return 'macos';
  return /linux/i.test(userAgent) ? 'linux' : undefined;
}
