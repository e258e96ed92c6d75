import type { Strings } from '@sealmark/element-kit';

/** The words of downloads in English. */
export const words = {
  'runs-on': 'Runs on',
  download: 'Download',
  own: 'Your platform first, as your browser names it. Nothing was sent.',
  desktop: 'desktop',
  android: 'Android',
  ios: 'iOS',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  web: 'web',
} satisfies Strings;
