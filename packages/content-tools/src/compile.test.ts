import type { Messenger } from '@sealmark/schema';
import { describe, expect, it } from 'vitest';
import { toCard } from './card.ts';
import { compile } from './compile.ts';
import { loadContent } from './load.ts';
import { assertPublished } from './schema.ts';
import { copyRegister, edit } from './testing/register.ts';

const compiled = compile(loadContent(copyRegister()));
const record = (id: string) => compiled.records.find((item) => item.id === id)!;
const card = (id: string) => compiled.cards.find((item) => item.id === id)!;
const heron = record('heron') as Messenger;

describe('the record of a messenger', () => {
  it('starts with its id and leaves out what only authors need', () => {
    expect(Object.keys(heron).slice(0, 3)).toEqual(['id', 'kind', 'name']);
    expect(heron).not.toHaveProperty('sources');
  });
  it('has texts as trees', () => {
    expect(heron.claims.encrypted!.note).toEqual([{ type: 'paragraph', children: ['Always.'] }]);
    expect(heron.notes[0]!.body.map(({ type }) => type)).toEqual(['paragraph', 'list']);
  });
  it('has sources written out, with the place in the address', () => {
    expect(heron.claims.encrypted!.sources).toEqual([
      { url: 'https://page.example/list#L30', title: 'A list', kind: 'secondary', date: '2022' },
      { url: 'https://heron.example/about', title: 'About Heron', kind: 'vendor' },
    ]);
  });
  it('was reviewed when its oldest highlight was, and is due six months later', () => {
    expect([heron.reviewed, heron.reviewBy]).toEqual(['2022-08-31', '2023-02-28']);
  });
  it('is due when it says so itself', () => {
    expect(record('wren')).toMatchObject({ reviewed: '2022-09-16', reviewBy: '2023-01-01' });
  });
  it('had its audits reviewed with the newest of them, or when it says so', () => {
    expect([heron.auditsReviewed, (record('wren') as Messenger).auditsReviewed]).toEqual([
      '2022-09-16',
      '2022-09-10',
    ]);
  });
  it('keeps what was, with its dates', () => {
    expect(heron.claims.encrypted!.history).toMatchObject([{ value: 'no', until: '2018' }]);
    expect(heron.links[0]!.history).toMatchObject([
      { url: 'https://heron.example/old', until: '2021-05' },
    ]);
  });
});

describe('the card of a messenger', () => {
  it('shows a claim with its first source and the date of the evidence', () => {
    expect(card('heron')).toMatchObject({
      highlights: [
        {
          fact: 'encrypted',
          label: 'Encryption',
          value: 'yes',
          text: 'Always, between all birds',
          source: { url: 'https://page.example/list#L30', date: '2022-09' },
        },
        {
          fact: 'members',
          label: 'Group size',
          value: 'unknown',
          text: 'Nobody says how many',
          looked: '2022-09-14',
        },
        { fact: 'network', source: { date: '2021' } },
      ],
    });
  });
  it('says nothing of a source where a claim is unknown', () => {
    expect((card('heron') as { highlights: object[] }).highlights[1]).not.toHaveProperty('source');
  });
  it("shows what is disputed with the first side's source", () => {
    expect(card('wren')).toMatchObject({
      highlights: [
        {},
        { value: 'disputed', source: { url: 'https://wren.example/network', date: '2022-01' } },
        { value: 100 },
      ],
    });
  });
  it('has the newest audit first', () => {
    expect(card('heron')).toMatchObject({
      audits: [{ title: 'Ringers on Heron' }, { title: 'Watchers on Heron' }],
    });
  });
  it('counts documents, not places in them', () => {
    expect(card('heron')).toMatchObject({ sources: 2 });
    expect(card('wren')).toMatchObject({ sources: 2 });
  });
  it('has a logo only where there is a mark', () => {
    expect(card('heron')).toMatchObject({ logo: { viewBox: '0 0 24 24', alt: 'Heron logo' } });
    expect(card('wren')).not.toHaveProperty('logo');
  });
  it('names maker and guides', () => {
    expect(card('heron')).toMatchObject({
      developer: 'Heron Foundation',
      guides: [{ id: 'first-steps', title: 'First steps' }],
    });
  });
  it('carries no sources of links and downloads', () => {
    expect(card('heron')).toMatchObject({
      links: [{ role: 'homepage', url: 'https://heron.example/' }],
    });
    expect(
      JSON.stringify([(card('heron') as any).links, (card('heron') as any).downloads]),
    ).not.toContain('sources');
  });
  it('fails loudly for a fact that there is not', () => {
    expect(() => toCard(heron, { facts: [], guides: [] })).toThrow('encrypted');
  });
});

describe('notices', () => {
  it('a moved entry points to what it is now', () => {
    expect(card('egret')).toEqual({
      kind: 'moved',
      id: 'egret',
      name: 'Egret',
      to: { id: 'heron', name: 'Heron', logo: (card('heron') as { logo: object }).logo },
      since: '2021-05-01',
      reason: 'It took another name.',
      source: { url: 'https://heron.example/blog/new-name#why', date: '2021-05-01' },
    });
  });
  it('a removed entry says since when and why', () => {
    expect(card('new-magpie')).toEqual({
      kind: 'removed',
      id: 'new-magpie',
      name: 'Magpie',
      listed: '2019',
      since: '2022-02-01',
      reason: 'It sold what it was told.',
      source: { url: 'https://page.example/magpie', date: '2022-02-01' },
    });
  });
});

describe('the outcome is checked', () => {
  it('a record that breaks the schema is a bug of the build', () => {
    expect(() => assertPublished('record', { ...heron, reviewed: 'soon' }, 'heron')).toThrow(
      /^sealmark has a bug: it made a record of heron that breaks the published schema at \/reviewed/,
    );
  });
  it('a year alone is a date', () => {
    const root = copyRegister();
    edit(
      root,
      'content/messengers/heron.yaml',
      'asOf: 2021\n    reviewed: 2022-08-31',
      'asOf: 1999\n    reviewed: 2022-08-31',
    );
    const content = loadContent(root);
    expect(compile(content).records.find(({ id }) => id === 'heron')).toMatchObject({
      claims: { network: { asOf: '1999' } },
    });
  });
});
