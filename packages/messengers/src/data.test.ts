import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Messenger, Past, Release, Source } from '@sealmark/schema';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import all from '@sealmark/messengers/all';
import { criteria } from '@sealmark/messengers/criteria';
import { facts, guides } from '@sealmark/messengers/facts';
import page from '@sealmark/messengers/page';

interface SourcePage {
  uses: { line: number; url: string }[];
  guides: { line: number; id: string }[];
  logos: { line: number; id: string; alt: string; mark: boolean }[];
}

const root = join(import.meta.dirname, '..');
const source: SourcePage = parse(readFileSync(join(root, 'test-data/source-page.yaml'), 'utf8'));
const messengers = all.filter((record): record is Messenger => record.kind === 'messenger');
const byName = messengers.map((record) => [record.id, record] as const);

/** Every address in a value, with the path to it. */
function addressesOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string' && value.startsWith('https://')) found.add(value);
  else if (typeof value === 'object' && value !== null)
    Object.values(value).forEach((child) => addressesOf(child, found));
  return found;
}

/** All texts of rich text, without marks. */
const wordsOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(wordsOf).join('')
      : wordsOf(Object(value).children ?? Object(value).items ?? Object(value).text ?? '');

describe('the source page of September 2022', () => {
  it('has 62 uses of 55 addresses, three guides and four logos', () => {
    expect(source.uses).toHaveLength(62);
    expect(new Set(source.uses.map(({ url }) => url)).size).toBe(55);
    expect([source.guides.length, source.logos.length]).toEqual([3, 4]);
  });

  const known = addressesOf([all, page]);
  it.each([...new Set(source.uses.map(({ url }) => url))])('%s is in the data', (url) => {
    expect(known).toContain(url);
  });

  it('has each address in what is said of the same messenger', () => {
    // A messenger's part of the page starts four lines above its logo.
    for (const { line, url } of source.uses) {
      const { id } = source.logos.findLast((logo) => logo.line - 4 <= line)!;
      expect(addressesOf(messengers.find((record) => record.id === id)), `line ${line}`).toContain(
        url,
      );
    }
  });

  it.each(source.guides)('links the guide $id', ({ id }) => {
    expect(guides.map((guide) => guide.id)).toContain(id);
    expect([page.guide, ...messengers.flatMap((record) => record.guides)]).toContain(id);
  });

  it.each(source.logos)('shows the logo of $id', ({ id, mark }) => {
    const { logo } = messengers.find((record) => record.id === id)!;
    expect('paths' in logo).toBe(mark);
    expect(readFileSync(join(root, `dist/logos/${id}.svg`), 'utf8')).toContain(
      mark ? '<path ' : '<text ',
    );
  });

  it('keeps sections, headings and order', () => {
    expect(page.sections).toEqual([
      {
        id: 'cross-platform',
        heading: 'Cross-Platform Messengers',
        entries: ['signal', 'element', 'session'],
      },
      { id: 'other', heading: 'Other Messengers', entries: ['briar'] },
    ]);
    expect(
      messengers.map(({ name, qualifier }) => [name, qualifier].filter(Boolean).join(' ')).sort(),
    ).toEqual(['Briar', 'Element', 'Session', 'Signal']);
  });

  it("keeps the hint on Briar's contribute link, as what it was", () => {
    const link = messengers
      .find(({ id }) => id === 'briar')!
      .links.find(({ role }) => role === 'contribute')!;
    expect(link.history?.[0]).toMatchObject({ url: 'https://briarproject.org/' });
    expect(wordsOf(link.history?.[0]?.note)).toMatch(/foot of the homepage/);
  });
});

/** What a record said and says, by what says it. */
function saidBy(record: Messenger): Map<string, { now: unknown; past: Past[] }> {
  const { developer, lifecycle, links, downloads, specifications, claims, former = {} } = record;
  const found = new Map<string, { now: unknown; past: Past[] }>();
  const add = (name: string, now: unknown, past: Past[] = []) => found.set(name, { now, past });
  add('developer', developer.name, developer.history);
  add('lifecycle', lifecycle.state, lifecycle.history);
  for (const { role, url, history } of links) add(`link ${role}`, url, history);
  for (const { platform, store, url, history } of downloads)
    add(`download ${platform} ${store}`, url, history);
  for (const { title, url, history } of specifications) add(`specification ${title}`, url, history);
  for (const [fact, { value, history }] of Object.entries(claims))
    add(`claim ${fact}`, value, history);
  for (const { platform, store, url } of former.downloads ?? [])
    add(`download ${platform} ${store}`, url);
  return found;
}

describe('the release of September 2022', () => {
  const release: Release = JSON.parse(readFileSync(join(root, 'releases/1.0.0.json'), 'utf8'));
  const then = release.entries.filter((record): record is Messenger => record.kind === 'messenger');

  it.each(then.map((record) => [record.id, record] as const))(
    'is still found in %s, current or past',
    (id, record) => {
      const today = saidBy(messengers.find((messenger) => messenger.id === id)!);
      const addresses = addressesOf(messengers.find((messenger) => messenger.id === id));
      for (const [name, { now }] of saidBy(record)) {
        const is = today.get(name);
        const advice = `${id}.yaml, ${name}: ${JSON.stringify(now)} was released; keep it in the history`;
        if (!is) expect(addresses, advice).toContain(now);
        else
          expect(
            [is.now, ...is.past.map(({ value, url, name: called }) => value ?? url ?? called)],
            advice,
          ).toContainEqual(now);
      }
    },
  );
});

describe.each(byName)('%s', (id, record) => {
  it('answers every fact', () => {
    expect(Object.keys(record.claims).sort()).toEqual(facts.map((fact) => fact.id).sort());
  });

  it('has a source for every claim, or the reason why it is not known', () => {
    for (const [fact, claim] of Object.entries(record.claims)) {
      if (claim.value === 'unknown') expect(wordsOf(claim.note), fact).toMatch(/\w+ \w+/);
      else expect(claim.sources?.length ?? claim.positions?.length, fact).toBeGreaterThan(0);
    }
  });

  it('cites what can be opened', () => {
    const sources = [
      record.links,
      record.downloads,
      record.audits,
      record.specifications,
      record.notes,
      Object.values(record.claims),
    ]
      .flat()
      .flatMap((item) => ('sources' in item ? (item.sources as Source[]) : []));
    expect(sources.length).toBeGreaterThan(10);
    for (const { url, title } of sources) {
      expect(new URL(url).protocol).toBe('https:');
      expect(title).toMatch(/\S/);
    }
  });

  it('has a summary that fits a card, and a tagline that fits a line', () => {
    expect(wordsOf(record.summary).length).toBeLessThanOrEqual(220);
    expect(record.summary).toHaveLength(1);
    expect(record.tagline.length).toBeLessThanOrEqual(60);
  });

  it('has a card record of at most 2 kB', () => {
    for (const ending of ['js', 'json']) {
      expect(
        brotliCompressSync(readFileSync(join(root, `dist/cards/${id}.${ending}`))).length,
      ).toBeLessThanOrEqual(2048);
    }
  });

  it('has a verdict for each criterion, backed by places that exist', () => {
    for (const criterion of criteria) {
      const { verdict, paths } = criterion.verdicts[id]!;
      expect(['met', 'not-met', 'unknown', 'not-applicable']).toContain(verdict);
      for (const path of paths) {
        expect(
          path
            .split('/')
            .slice(1)
            .reduce<any>((value, part) => value[part], record),
          path,
        ).toBeDefined();
      }
    }
  });
});
