import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Block, Messenger } from '@sealmark/schema';
import { plainTextOf } from '@sealmark/content-tools';
import guides from '@sealmark/guides/all';
import hardening from '@sealmark/guides/guides/signal-configuration-hardening';
import * as named from '@sealmark/guides';
import all from '@sealmark/messengers/all';
import { facts, guides as terms } from '@sealmark/messengers/facts';
import page from '@sealmark/messengers/page';
import { describe, expect, it } from 'vitest';

const messengers = all.filter((record): record is Messenger => record.kind === 'messenger');
const byId = guides.map((guide) => [guide.id, guide] as const);

/** All addresses in a text. */
const linksOf = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...('url' in value ? [String(value.url)] : []),
        ...Object.values(value).flatMap((child) => linksOf(child)),
      ];

describe('the guides', () => {
  it('are the three that the source page of September 2022 links', () => {
    expect(guides.map(({ id }) => id)).toEqual([
      'communication-network-types',
      'signal-configuration-hardening',
      'threat-modeling',
    ]);
  });

  it('can be had one by one, and by name', () => {
    expect(named.signalConfigurationHardening).toBe(hardening);
    expect(named.meta.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('go by the titles that the messengers know', () => {
    expect(
      terms.map(({ id, title, about, published }) => ({ id, title, about, published })),
    ).toEqual(guides.map(({ id, title, about }) => ({ id, title, about, published: true })));
  });
});

describe.each(byId)('%s', (id, guide) => {
  it('is a text that a newcomer reads in one go', () => {
    expect(guide.words).toBeGreaterThanOrEqual(400);
    expect(guide.words).toBeLessThanOrEqual(800);
  });

  it('has a source and dates for each section', () => {
    for (const { heading, sources, asOf, reviewed } of guide.sections) {
      expect(sources.length, heading).toBeGreaterThan(0);
      expect(asOf <= reviewed, heading).toBe(true);
    }
    expect(guide.reviewBy > guide.reviewed).toBe(true);
  });

  it('names messengers that name it', () => {
    const naming = messengers
      .filter((record) => record.guides.includes(id))
      .map((record) => record.id);
    expect(naming.sort()).toEqual(guide.messengers.toSorted());
  });

  it('explains facts that exist', () => {
    expect(facts.map((fact) => fact.id)).toEqual(expect.arrayContaining(guide.facts ?? []));
  });

  it('is made of text alone: no HTML, and links that open nothing but https', () => {
    const text = guide.sections.map(({ body }) => plainTextOf(body as Block[])).join(' ');
    expect(text).not.toMatch(/<\/?[a-z]/i);
    for (const url of linksOf(guide)) expect(url).toMatch(/^https:\/\//);
  });

  it('costs little, alone', () => {
    const file = join(import.meta.dirname, `../dist/guides/${id}.js`);
    expect(brotliCompressSync(readFileSync(file)).length).toBeLessThan(4096);
  });
});

describe('the page of recommendations', () => {
  it('names a guide that exists', () => {
    expect(guides.map(({ id }) => id)).toContain(page.guide);
  });
});
