import type { ContentSource } from '@sealmark/element-kit';
import type { MessengerCardRecord } from '@sealmark/schema';

/** A record that has one of everything, for tests. */
export const heron: MessengerCardRecord = {
  kind: 'messenger',
  id: 'heron',
  name: 'Heron',
  qualifier: 'Android',
  logo: {
    viewBox: '0 0 24 24',
    alt: 'A heron',
    paths: [{ d: 'M0 12h24v12H0z', fill: '#3b45fd' }],
  },
  tagline: 'A sample of a messenger.',
  summary: [
    {
      type: 'paragraph',
      children: [
        'Words,\nthen ',
        { type: 'strong', children: ['more'] },
        '\n',
        { type: 'code', text: 'words' },
      ],
    },
  ],
  developer: 'Heron Trust',
  highlights: [
    {
      fact: 'e2ee-default',
      label: 'Encryption',
      value: 'yes',
      text: 'End to end, always',
      source: { url: 'https://heron.example/docs', date: '2022-09' },
    },
    {
      fact: 'forward-secrecy',
      label: 'Forward secrecy',
      value: 'unknown',
      text: 'nothing is published',
      looked: '2022-09-16',
    },
  ],
  links: [
    { role: 'homepage', url: 'https://heron.example' },
    { role: 'contribute', url: 'https://heron.example/give', note: 'In the app too' },
  ],
  downloads: [
    { platform: 'windows', url: 'https://heron.example/windows', label: 'Installer' },
    { platform: 'linux', url: 'https://heron.example/linux', label: 'Packages' },
    { platform: 'linux', url: 'https://flathub.org/heron', label: 'Flathub' },
    { platform: 'android', url: 'https://heron.example/apk', label: 'APK file' },
  ],
  audits: [
    {
      kind: 'audit',
      title: 'Egret Labs on the app',
      auditors: ['Egret Labs'],
      date: '2017-03',
      scope: [{ part: 'client', platform: 'android' }],
      target: { relation: 'self' },
      links: [{ role: 'report', url: 'https://egret.example/report' }],
    },
  ],
  sources: 12,
  lifecycle: 'active',
  reviewed: '2022-09-16',
  reviewBy: '2023-03-16',
  guides: [{ id: 'networks', title: 'Kinds of networks' }],
};

/** Another one, which is not due for long. */
export const wren: MessengerCardRecord = {
  ...heron,
  id: 'wren',
  name: 'Wren',
  reviewed: '2022-09-16',
  reviewBy: '2999-01-01',
};

const records: Record<string, MessengerCardRecord> = { heron, wren };

/** The content of tests. */
export const content: ContentSource = { card: (name) => records[name] };

/** What tests prerender with. */
export const options = { content, names: Object.keys(records) };
