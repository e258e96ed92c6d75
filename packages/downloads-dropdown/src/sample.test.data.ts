import type { CardDownload } from '@sealmark/schema';

/** Downloads as a record has them: three of them for one platform. */
export const signal: readonly CardDownload[] = [
  {
    platform: 'android',
    store: 'google-play',
    label: 'Google Play',
    url: 'https://play.google.com/store/apps/details?id=org.thoughtcrime.securesms',
  },
  {
    platform: 'ios',
    store: 'app-store',
    label: 'App Store',
    url: 'https://apps.apple.com/app/id874139669',
  },
  { platform: 'windows', label: 'Installer', url: 'https://signal.org/download/windows' },
  { platform: 'linux', label: 'Instructions', url: 'https://signal.org/download/linux' },
  {
    platform: 'android',
    label: 'APK file',
    url: 'https://www.signal.org/android/apk',
    note: 'Updates itself',
  },
  {
    platform: 'android',
    label: 'GitHub',
    url: 'https://github.com/signalapp/Signal-Android/releases',
  },
];
