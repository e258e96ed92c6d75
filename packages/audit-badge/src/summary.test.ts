import type { CardAudit } from '@sealmark/schema';
import { describe, expect, it } from 'vitest';
import { audit, signal } from './sample.test.data.ts';
import { summarize, yearOf } from './summary.ts';
import { words } from './words.ts';

const locale = Object.assign((key: string) => (words as Record<string, string>)[key] ?? key, {
  language: 'en',
  place: 'en',
});

const app = [{ part: 'client' }];
const android = { part: 'client', platform: 'android' };
const ios = { part: 'client', platform: 'ios' };
const before: CardAudit['target'] = { relation: 'predecessor', name: 'TextSecure' };
const tor: CardAudit['target'] = { relation: 'dependency', name: 'Tor' };

type Row = [promise: string, audits: CardAudit[], text: string, glyph: string, aside?: string];

const rows: Row[] = [
  ['none', [], 'No audit known', 'unknown', 'looked Sep 2022'],
  ['an audit of the app', [audit({ scope: app, date: '2017' })], 'App audited 2017', 'full'],
  [
    'its only auditor',
    [audit({ scope: app, date: '2017', auditors: ['Cure53'] })],
    'App audited 2017',
    'full',
    'Cure53',
  ],
  [
    'not one of several auditors',
    [audit({ scope: app, date: '2017', auditors: ['Cure53', 'Quarkslab'] })],
    'App audited 2017',
    'full',
  ],
  [
    'no auditor of one where that of another is not stated',
    [
      audit({ scope: app, date: '2024', auditors: ['Cure53'] }),
      audit({ scope: app, date: '2022' }),
    ],
    'App audited 2022, 2024',
    'full',
  ],
  [
    'apps by platform',
    [audit({ scope: [android, ios], date: '2021' })],
    'Apps audited 2021',
    'full',
  ],
  [
    'the platform of the only app',
    [audit({ scope: [android], date: '2013' }), audit({ scope: [android], date: '2021' })],
    'App audited 2013, 2021',
    'full',
    'Android',
  ],
  [
    'that the year is not stated, the platform, and the auditor',
    [audit({ scope: [android], auditors: ['Cure53'] })],
    'App audited',
    'full',
    'year not stated, Android, Cure53',
  ],
  [
    'no platform where another app was read as well',
    [audit({ scope: [{ part: 'client' }, android], date: '2013' })],
    'App audited 2013',
    'full',
  ],
  [
    'an academic analysis of the protocol',
    [audit({ kind: 'academic-analysis', date: '2016' })],
    'Protocol analyzed 2016',
    'open',
    'no app audit known',
  ],
  [
    'a formal analysis',
    [audit({ kind: 'formal-analysis', date: '2024' })],
    'Protocol analyzed 2024',
    'open',
    'no app audit known',
  ],
  [
    'a penetration test',
    [audit({ kind: 'penetration-test', scope: [{ part: 'server' }], date: '2020-05' })],
    'Server tested 2020',
    'half',
  ],
  [
    'the years of several analyses',
    [...signal],
    'Protocol analyzed 2016, 2024',
    'open',
    'no app audit known',
  ],
  [
    'libraries by name',
    [
      audit({
        scope: [{ part: 'library', name: 'vodozemac' }],
        date: '2022',
        auditors: ['Least Authority'],
      }),
      audit({
        scope: [{ part: 'library', name: 'libolm' }],
        date: '2016',
        auditors: ['NCC Group'],
      }),
    ],
    'Libraries audited 2016, 2022',
    'half',
    'apps not covered',
  ],
  [
    'one library',
    [audit({ scope: [{ part: 'library', name: 'libolm' }], date: '2016' })],
    'Library audited 2016',
    'half',
    'apps not covered',
  ],
  [
    'one library, named once and once not',
    [
      audit({ scope: [{ part: 'library', name: 'libolm' }], date: '2016' }),
      audit({ scope: [{ part: 'library' }], date: '2020' }),
    ],
    'Library audited 2016, 2020',
    'half',
    'apps not covered',
  ],
  [
    'a year once',
    [audit({ scope: app, date: '2017-01' }), audit({ scope: app, date: '2017-12' })],
    'App audited 2017',
    'full',
  ],
  [
    'the end of a range',
    [audit({ scope: app, date: '2020-11/2021-02' })],
    'App audited 2021',
    'full',
  ],
  ['a day', [audit({ scope: app, date: '2021-04-29' })], 'App audited 2021', 'full'],
  [
    'that the year is not stated',
    [audit({ scope: app, auditors: ['Cure53'] })],
    'App audited',
    'full',
    'year not stated, Cure53',
  ],
  [
    'that the year is not stated, and what was not read',
    [audit({ auditors: ['Cure53'] })],
    'Protocol audited',
    'open',
    'year not stated, no app audit known',
  ],
  [
    'that the year of another is not stated',
    [audit({ target: tor })],
    'Tor audited',
    'half',
    'year not stated, not the app itself',
  ],
  [
    'one dependency by its name, not the years of others',
    [
      audit({ target: tor, date: '2019' }),
      audit({ target: { relation: 'dependency', name: 'Rust' }, date: '2021' }),
      audit({ target: tor, date: '2023' }),
    ],
    'Tor audited 2019, 2023',
    'half',
    'not the app itself',
  ],
  [
    'a dependency by its name',
    [audit({ scope: app, target: tor, date: '2019' })],
    'Tor audited 2019',
    'half',
    'not the app itself',
  ],
  [
    'a dependency only where there is nothing else',
    [audit({ scope: app, target: tor, date: '2019' }), audit({ date: '2017' })],
    'Protocol audited 2017',
    'open',
    'no app audit known',
  ],
  [
    'a predecessor by its name',
    [audit({ scope: app, target: before, date: '2013' }), audit({ target: tor, date: '2019' })],
    'TextSecure audited 2013',
    'half',
    'its predecessor',
  ],
  [
    'a predecessor only where there is nothing of itself',
    [audit({ scope: app, target: before, date: '2013' }), audit({ date: '2017' })],
    'Protocol audited 2017',
    'open',
    'no app audit known',
  ],
  [
    'the widest part first',
    [
      audit({ date: '2020' }),
      audit({ scope: app, date: '2017' }),
      audit({ scope: [{ part: 'library' }], date: '2019' }),
    ],
    'App audited 2017',
    'full',
  ],
  [
    'the library before the protocol',
    [audit({ date: '2020' }), audit({ scope: [{ part: 'library' }], date: '2019' })],
    'Library audited 2019',
    'half',
    'apps not covered',
  ],
  [
    'an audit before a test of the same part',
    [
      audit({ scope: app, kind: 'penetration-test', date: '2022' }),
      audit({ scope: app, date: '2017' }),
    ],
    'App audited 2017',
    'full',
  ],
  [
    'servers',
    [
      audit({
        scope: [
          { part: 'server', name: 'a' },
          { part: 'server', name: 'b' },
        ],
        date: '2020',
      }),
    ],
    'Servers audited 2020',
    'half',
  ],
  [
    'infrastructure',
    [audit({ scope: [{ part: 'infrastructure' }], date: '2020' })],
    'Infrastructure audited 2020',
    'half',
  ],
  [
    'several pieces of infrastructure',
    [
      audit({
        scope: [
          { part: 'infrastructure', name: 'a' },
          { part: 'infrastructure', name: 'b' },
        ],
        date: '2020',
      }),
    ],
    'Infrastructure audited 2020',
    'half',
  ],
  [
    'one protocol with several named pieces',
    [
      audit({
        scope: [
          { part: 'protocol', name: 'a' },
          { part: 'protocol', name: 'b' },
        ],
        date: '2020',
      }),
    ],
    'Protocol audited 2020',
    'open',
    'no app audit known',
  ],
  [
    'a part that it does not know',
    [audit({ scope: [{ part: 'firmware' }], date: '2020' })],
    'firmware audited 2020',
    'half',
  ],
  [
    'an audit that states no scope',
    [audit({ scope: [], date: '2020' })],
    'Audited 2020',
    'half',
    'scope not stated',
  ],
  [
    'an analysis that states no scope',
    [audit({ scope: [{ part: '' }], kind: 'formal-analysis' })],
    'Analyzed',
    'half',
    'year not stated, scope not stated',
  ],
];

describe('the summary of audits', () => {
  it.each(rows)('says %s', (_, audits, text, glyph, aside) => {
    expect(summarize(audits, locale, 'looked Sep 2022')).toEqual({
      text,
      glyph,
      ...(aside && { aside }),
    });
  });

  it('says nothing of a day on which nobody looked', () => {
    expect(summarize([], locale).aside).toBeFalsy();
  });
});

describe('the year of an audit', () => {
  it.each([
    ['2016', '2016'],
    ['2016-10', '2016'],
    ['2016-10-01', '2016'],
    ['2016/2018', '2018'],
    ['soon', ''],
    ['about 2016 or so', ''],
    ['soon/2016', ''],
    [undefined, ''],
  ])('of %s is %s', (date, year) => {
    expect(yearOf(audit(date ? { date } : {}))).toBe(year);
  });
});
