import type { CardAudit } from '@sealmark/schema';
import { html, type TemplateResult } from 'lit';
import { audit, signal } from './sample.test.data.ts';

const app = { part: 'client', platform: 'android' };

/** What real audits need, one by one: the audit, and all that the badge says of it when it is open, in November 2026. */
export const kinds: readonly (readonly [
  what: string,
  audit: CardAudit,
  line: string,
  item: string,
])[] = [
  [
    'one auditor, a year, an app',
    audit({ title: 'Cure53 on Heron', auditors: ['Cure53'], date: '2025', scope: [app] }),
    'App audited 2025 Android, Cure53',
    '2025 Cure53 on Heron Covers the app for Android.',
  ],
  [
    'several auditors, a month, apps by platform',
    audit({
      auditors: ['Cure53', 'Kiln'],
      date: '2025-03',
      scope: [app, { part: 'client', platform: 'ios' }],
    }),
    'Apps audited 2025',
    '2025 A reading Mar 2025. By Cure53 and Kiln. Covers the app for Android and the app for iOS.',
  ],
  [
    'an unstated auditor, a range, a penetration test',
    audit({ kind: 'penetration-test', date: '2024-11/2025-02', scope: [{ part: 'server' }] }),
    'Server tested 2025',
    '2025 A reading Nov 2024 – Feb 2025. Auditor not stated. Covers servers.',
  ],
  [
    'academics, a protocol, what was left out',
    audit({
      kind: 'academic-analysis',
      auditors: ['Ada Reed', 'Bo Marsh'],
      date: '2016',
      excludes: [{ part: 'client' }, { part: 'server' }],
    }),
    'Protocol analyzed 2016 no app audit known',
    '2016 A reading By Ada Reed and Bo Marsh. Covers the protocol. Leaves out the apps and servers. 10 years old.',
  ],
  [
    'a formal analysis, an unstated date',
    audit({ kind: 'formal-analysis' }),
    'Protocol analyzed year not stated, no app audit known',
    'year not stated – A reading Auditor not stated. Covers the protocol.',
  ],
  [
    'a library by name',
    audit({ date: '2022-05-16', scope: [{ part: 'library', name: 'vodozemac' }] }),
    'Library audited 2022 apps not covered',
    '2022 A reading 16 May 2022. Auditor not stated. Covers vodozemac.',
  ],
  [
    'infrastructure, an old range',
    audit({ date: '2019/2021', scope: [{ part: 'infrastructure' }] }),
    'Infrastructure audited 2021',
    '2021 A reading 2019 – 2021. Auditor not stated. Covers infrastructure. 5 years old.',
  ],
  [
    'a dependency',
    audit({ date: '2023', scope: [], target: { relation: 'dependency', name: 'Tor' } }),
    'Tor audited 2023 not the app itself',
    '2023 A reading Auditor not stated. Of Tor, which it builds on.',
  ],
  [
    'a dependency that the title names',
    audit({ title: 'Audits of Tor', target: { relation: 'dependency', name: 'Tor' }, scope: [] }),
    'Tor audited year not stated, not the app itself',
    'year not stated – Audits of Tor Auditor not stated. Of Tor, which it builds on.',
  ],
  [
    'a dependency without a name',
    audit({ date: '2023', scope: [], target: { relation: 'dependency' } }),
    'A dependency audited 2023 not the app itself',
    '2023 A reading Auditor not stated. A dependency.',
  ],
  [
    'a predecessor',
    audit({ date: '2013', scope: [app], target: { relation: 'predecessor', name: 'Egret' } }),
    'Egret audited 2013 its predecessor',
    '2013 A reading Auditor not stated. Of Egret, its predecessor. Covers the app for Android. 13 years old.',
  ],
  [
    'a predecessor that the title names',
    audit({
      title: 'Kiln on Egret',
      auditors: ['Kiln'],
      date: '2013',
      scope: [{ part: 'client' }],
      target: { relation: 'predecessor', name: 'Egret' },
    }),
    'Egret audited 2013 its predecessor',
    '2013 Kiln on Egret Of Egret, its predecessor. Covers the apps. 13 years old.',
  ],
  [
    'a predecessor without a name',
    audit({ date: '2025', scope: [app], target: { relation: 'predecessor', name: '' } }),
    'Its predecessor audited 2025 not the app itself',
    '2025 A reading Auditor not stated. Its predecessor. Covers the app for Android.',
  ],
  [
    'names that are parts of other words in the title',
    audit({
      title: 'Google on adaptive key agreement',
      auditors: ['Ada', 'Go', 'key'],
      date: '2025',
      scope: [app],
    }),
    'App audited 2025 Android',
    '2025 Google on adaptive key agreement By Ada, Go, and key. Covers the app for Android.',
  ],
  [
    'an unstated scope',
    audit({ auditors: ['Kiln, Inc.'], date: '2025', scope: [{ part: '' }] }),
    'Audited 2025 scope not stated',
    '2025 A reading By Kiln, Inc.',
  ],
  [
    'a range that ends where it began',
    audit({ auditors: ['Kiln'], date: '2025/2025', scope: [app] }),
    'App audited 2025 Android, Kiln',
    '2025 A reading By Kiln. Covers the app for Android.',
  ],
  [
    'a web app',
    audit({ auditors: ['Kiln'], date: '2025', scope: [{ part: 'client', platform: 'web' }] }),
    'App audited 2025 Web, Kiln',
    '2025 A reading By Kiln. Covers the web app.',
  ],
  [
    'apps of a platform that we have no word for',
    audit({ auditors: ['Kiln'], date: '2025', scope: [{ part: 'client', platform: 'amiga' }] }),
    'App audited 2025 amiga, Kiln',
    '2025 A reading By Kiln. Covers the app for amiga.',
  ],
  [
    'who paid, what came of it, links by role',
    audit({
      date: '2026-02',
      scope: [{ part: 'client' }],
      commissioners: ['Heron Cooperative', 'the Open Fund'],
      outcome: 'Two findings, both fixed.',
      links: [
        { role: 'report', url: 'https://kiln.example/heron.pdf' },
        { role: 'announcement', url: 'https://heron.example/blog' },
        { role: 'fixes', url: 'https://git.example/heron', label: 'The two fixes' },
        { role: 'archive', url: 'https://archive.example/1' },
      ],
    }),
    'App audited 2026',
    '2026 A reading Feb 2026. Auditor not stated. Covers the apps. Commissioned by Heron Cooperative and the Open Fund. Two findings, both fixed. Report, kiln.example Announcement, heron.example The two fixes Archived copy, archive.example',
  ],
];

/** A badge in every state that a reader can meet, by what the state is called. */
export const badges: Readonly<Record<string, TemplateResult>> = {
  'none known': html`<audit-badge looked="2022-09-16" .audits=${[]}></audit-badge>`,
  'nothing said': html`<audit-badge></audit-badge>`,
  closed: html`<audit-badge .audits=${signal}></audit-badge>`,
  open: html`<audit-badge open .audits=${signal}></audit-badge>`,
  'by attributes': html`<audit-badge open date="2017" auditor="Cure53" href="https://kiln.example/r.pdf"></audit-badge>`,
  'with words of the page': html`<audit-badge open date="2017">Read in 2017</audit-badge>`,
  'of all kinds': html`<audit-badge open .audits=${kinds.map(([, each]) => each)}></audit-badge>`,
  'whose year is not stated': html`<audit-badge open scope="protocol" auditor="Kiln"></audit-badge>`,
  'with long words': html`<audit-badge open .audits=${[
    audit({
      title: 'Quelltextüberprüfungszusammenfassungsveröffentlichung',
      auditors: ['Sicherheitsüberprüfungsgesellschaft'],
      date: '2025',
      scope: [{ part: 'client', name: 'Zwischenzeitnachrichtenübermittlungsanwendung' }],
      links: [{ role: 'report', url: `https://${'zwischenzeit'.repeat(4)}.example/` }],
    }),
  ]}></audit-badge>`,
  'in Arabic': html`<audit-badge open lang="ar" dir="rtl" .audits=${signal}></audit-badge>`,
  'in German': html`<audit-badge open lang="de" .audits=${signal}></audit-badge>`,
};
