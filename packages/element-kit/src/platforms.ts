import type { Strings } from './strings.ts';

/** The platforms in English, by id. */
export const platformWords = {
  android: 'Android',
  ios: 'iOS',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  web: 'Web',
} satisfies Strings;
