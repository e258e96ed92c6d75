import type {
  CardRecord,
  MessengerCardRecord,
  MovedCardRecord,
  RemovedCardRecord,
} from '@sealmark/schema';

/** A whole record, of which every part is shown. */
export const signal: MessengerCardRecord = {
  kind: 'messenger',
  id: 'signal',
  name: 'Signal',
  tagline: 'Encrypted messages and calls. Needs a phone number.',
  summary: [
    {
      type: 'paragraph',
      children: [
        'Messages and calls, ',
        { type: 'strong', children: ['encrypted'] },
        ' end to end.',
      ],
    },
  ],
  logo: { viewBox: '0 0 24 24', paths: [{ d: 'M0 0h24v24H0z', fill: '#3b45fd' }], alt: 'Signal' },
  developer: 'Signal Messenger LLC',
  highlights: [
    {
      fact: 'e2ee',
      label: 'Encryption',
      value: 'yes',
      text: 'End to end, always',
      source: { url: 'https://signal.org/docs/', date: '2022-09-16' },
    },
    {
      fact: 'forward-secrecy',
      label: 'Forward secrecy',
      value: 'yes',
      text: 'Yes',
      source: { url: 'https://eprint.iacr.org/2016/221.pdf', date: '2016-10' },
    },
    {
      fact: 'sign-up',
      label: 'Sign-up',
      value: ['phone-number'],
      text: 'Phone number',
      source: { url: 'https://support.signal.org/hc', date: '2022' },
    },
  ],
  links: [
    { role: 'homepage', url: 'https://signal.org' },
    { role: 'privacy-policy', url: 'https://signal.org/legal/#privacy-policy' },
    { role: 'contribute', url: 'https://signal.org/donate', note: 'Donations' },
    { role: 'source-code', url: 'https://github.com/signalapp', label: 'Code on GitHub' },
  ],
  downloads: [
    {
      platform: 'android',
      store: 'google-play',
      url: 'https://play.google.com/store/apps/details?id=signal',
      label: 'Google Play',
    },
    { platform: 'android', url: 'https://signal.org/android/apk', label: 'APK file' },
    {
      platform: 'ios',
      store: 'app-store',
      url: 'https://apps.apple.com/app/id874139669',
      label: 'App Store',
    },
    { platform: 'windows', url: 'https://signal.org/download/windows', label: 'Installer' },
    { platform: 'linux', url: 'https://signal.org/download/linux', label: 'Instructions' },
  ],
  audits: [
    {
      kind: 'academic-analysis',
      title: 'Five researchers on the Signal protocol',
      auditors: ['Katriel Cohn-Gordon', 'Cas Cremers'],
      date: '2016',
      scope: [{ part: 'protocol' }],
      excludes: [{ part: 'client' }],
      target: { relation: 'self' },
      links: [{ role: 'report', url: 'https://eprint.iacr.org/2016/1013.pdf' }],
    },
  ],
  auditsReviewed: '2022-09-16',
  sources: 31,
  lifecycle: 'active',
  reviewed: '2022-09-16',
  reviewBy: '2999-03-16',
  guides: [{ id: 'signal-hardening', title: 'Signal: settings that help' }],
};

/** The same record, whose review is overdue. */
export const overdue: MessengerCardRecord = { ...signal, reviewBy: '2023-03-16' };

/** A record that does not know everything. */
export const wren: MessengerCardRecord = {
  ...signal,
  id: 'wren',
  name: 'Wren',
  qualifier: 'Android',
  logo: undefined as never,
  highlights: [
    ...signal.highlights.slice(0, 1),
    {
      fact: 'forward-secrecy',
      label: 'Forward secrecy',
      value: 'unknown',
      text: 'nothing published',
      looked: '2022-09-16',
    },
  ],
  audits: [],
};

/** An entry that goes by another name. */
export const moved: MovedCardRecord = {
  kind: 'moved',
  id: 'element-classic',
  name: 'Element Classic',
  to: { id: 'signal', name: 'Element X' },
  since: '2025-11-09',
};

/** An entry that was withdrawn. */
export const removed: RemovedCardRecord = {
  kind: 'removed',
  id: 'heron',
  name: 'Heron',
  listed: '2023-05-01',
  since: '2026-03-03',
  reason: 'Security updates ended',
  source: { url: 'https://heron.example/end', date: '2026-02' },
};

/** Everything that the tests' content source knows. */
export const records: Readonly<Record<string, CardRecord>> = {
  signal,
  overdue,
  wren,
  moved,
  removed,
};
