import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from './record.ts';
import { moved, removed, signal, wren } from './sample.test.data.ts';

const lacksOf = (changes: Record<string, unknown>) => readRecord({ ...signal, ...changes })?.lacks;
const recordOf = (changes: Record<string, unknown>) =>
  readRecord({ ...signal, ...changes })?.record as typeof signal;

describe('reading a record', () => {
  it.each([signal, wren, moved, removed])('takes $id as it is', (record) => {
    const plain = JSON.parse(JSON.stringify(record));
    const reading = readRecord(plain);
    expect(JSON.parse(JSON.stringify(reading?.record))).toEqual(plain);
    expect(reading?.lacks).toEqual([]);
  });

  it.each([
    undefined,
    null,
    true,
    7,
    'signal',
    [],
    {},
    [signal],
    { name: 'Signal' },
    { kind: 'messenger' },
    { ...signal, name: '' },
    { ...signal, name: ' ' },
    { ...signal, name: 7 },
    { ...signal, kind: 'Messenger' },
    { ...moved, to: undefined },
    { ...moved, to: { id: 'x' } },
    { ...moved, to: [] },
    { ...moved, since: 'lately' },
    { ...removed, reason: undefined },
    { ...removed, since: 2022 },
  ])('takes %j for no record', (data) => {
    expect(readRecord(data)).toBeUndefined();
  });

  it.each([
    ['summary', 'summary'],
    ['highlights', 'highlights'],
    ['audits', 'audits'],
    ['downloads', 'downloads'],
    ['links', 'links'],
    ['guides', 'guides'],
    ['reviewed', 'dates'],
    ['reviewBy', 'dates'],
  ])('names a missing %s among what it lacks', (field, word) => {
    expect(lacksOf({ [field]: undefined })).toEqual([word]);
    expect(lacksOf({ [field]: 'x' })).toEqual([word]);
  });

  it.each([undefined, '', ' ', 7])('names a tagline that is %j among what it lacks', (tagline) => {
    expect(lacksOf({ tagline })).toEqual(['tagline']);
  });

  it.each(['yes', 'disputed', 'not-applicable', ['phone-number'], 7])(
    'takes no claim that says %j without a source',
    (value) => {
      const claim = { ...signal.highlights[0], value, source: undefined };
      const highlights = [...signal.highlights, claim];
      expect(lacksOf({ highlights })).toEqual(['highlights']);
      expect(recordOf({ highlights }).highlights).toEqual(signal.highlights);
      expect(lacksOf({ highlights: [{ ...claim, value: 'unknown' }] })).toEqual([]);
    },
  );

  it.each(['summary', 'highlights'])('takes an empty %s for a missing one', (field) => {
    expect(lacksOf({ [field]: [] })).toEqual([field]);
  });

  it.each(['audits', 'downloads', 'links', 'guides'])(
    'takes an empty %s for what it is',
    (field) => {
      expect(lacksOf({ [field]: [] })).toEqual([]);
    },
  );

  it('never takes a broken audit for no audit', () => {
    expect(lacksOf({ audits: [{ ...signal.audits[0], scope: undefined }] })).toEqual(['audits']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['highlights', { highlights: [...signal.highlights, { ...signal.highlights[0], text: 7 }] }],
    [
      'highlights',
      { highlights: [...signal.highlights, { ...signal.highlights[0], value: undefined }] },
    ],
    [
      'highlights',
      {
        highlights: [
          ...signal.highlights,
          { ...signal.highlights[0], source: { url: 'https://x.example' } },
        ],
      },
    ],
    [
      'highlights',
      {
        highlights: [
          ...signal.highlights,
          { ...signal.highlights[0], source: { url: 'https://x.example', date: 'soon' } },
        ],
      },
    ],
    ['downloads', { downloads: [...signal.downloads, { platform: 'linux', label: 'x', url: 7 }] }],
    ['downloads', { downloads: [...signal.downloads, null] }],
    ['audits', { audits: [...signal.audits, { ...signal.audits[0], links: [null] }] }],
    ['audits', { audits: [...signal.audits, { ...signal.audits[0], auditors: [{}] }] }],
    ['summary', { summary: [...signal.summary, { type: 'paragraph', children: [null] }] }],
    ['summary', { summary: [...signal.summary, { type: 'list', children: [] }] }],
    [
      'summary',
      {
        summary: [
          ...signal.summary,
          { type: 'paragraph', children: [{ type: 'code', children: [] }] },
        ],
      },
    ],
  ])('leaves out of %s what is broken, keeps the rest and says so', (field, changes) => {
    expect(lacksOf(changes)).toEqual([field]);
    expect(recordOf(changes)[field as 'audits']).toEqual(signal[field as 'audits']);
  });

  it.each<[string, unknown]>([
    ['qualifier', {}],
    ['developer', ['x']],
    ['tagline', 7],
    ['auditsReviewed', 'soon'],
    ['sources', '31'],
    ['sources', 1.5],
    ['sources', -5],
  ])('drops a %s that is %j', (field, value) => {
    expect(recordOf({ [field]: value })[field as 'developer']).toBeUndefined();
  });

  it.each([
    { viewBox: '0 0 24 24" onload="alert(1)', paths: [] },
    { viewBox: '0 0 24 24', paths: [{ d: 'M0 0', fill: 'url(https://evil.example/#a)' }] },
    { viewBox: '0 0 24 24', paths: [{ d: 'M0 0', fill: 'red;background:url(//evil.example)' }] },
    { viewBox: '0 0 24 24', paths: [{ d: 'url(#a)', fill: '#000' }] },
    { viewBox: '0 0 24 24', paths: [null] },
    { viewBox: '0 0 24 24' },
    'logo',
  ])('drops the logo %j', (logo) => {
    expect(recordOf({ logo }).logo).toBeUndefined();
    const reading = readRecord({ ...moved, to: { ...moved.to, logo } });
    expect((reading?.record as typeof moved).to.logo).toBeUndefined();
  });

  it('has an end to how deep words may be nested', () => {
    let children: unknown[] = ['deep'];
    for (let depth = 0; depth < 100_000; depth += 1) children = [{ type: 'strong', children }];
    expect(lacksOf({ summary: [{ type: 'paragraph', children }] })).toEqual(['summary']);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
          withMap: true,
        }),
        (data) => {
          const reading = readRecord(data);
          expect(reading === undefined || reading.record.name.trim() !== '').toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
