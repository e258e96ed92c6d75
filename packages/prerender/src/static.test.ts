import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badge, openContent, writeStatic } from './index.ts';
import { heron } from './testing/sample.ts';

describe('badge', () => {
  it('says what is encrypted and what was audited, in text and as its name', () => {
    const svg = badge(heron);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(texts).toEqual(['Heron', 'E2EE by default', 'app audited 2017']);
    const name = 'Heron: E2EE by default, app audited 2017, reviewed 16 Sep 2022';
    expect(svg).toContain(`role="img" aria-label="${name}"`);
    expect(svg).toContain(`<title>${name}</title>`);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  it.each([
    ['partial', 'E2EE by default in part'],
    ['no', 'no E2EE by default'],
    ['unknown', 'E2EE by default unknown'],
    ['disputed', 'E2EE by default disputed'],
  ] as const)('does not say more than is known: %s', (value, words) => {
    const highlights = heron.highlights.map((each) => ({ ...each, value }));
    expect(badge({ ...heron, highlights } as typeof heron)).toContain(`>${words}<`);
  });

  it('says when nothing was audited, and when it has ended', () => {
    const svg = badge({ ...heron, audits: [], highlights: [], lifecycle: 'discontinued' });
    expect(svg).toContain('aria-label="Heron: discontinued, no audit known, ');
  });

  it('keeps a hostile name a name', () => {
    expect(badge({ ...heron, name: '"><script>&' })).not.toMatch(/"><script|&(?!\w+;)/);
  });
});

describe('writeStatic', () => {
  let folder: string;
  let files: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'static-'));
    const content = openContent('@sealmark/messengers', import.meta.dirname);
    files = await writeStatic(folder, { content });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps the paths of the content package for programs', () => {
    const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(read('index.json')[0]).toHaveProperty('id');
    expect(read('messengers/signal.json')).toMatchObject({ id: 'signal', name: 'Signal' });
    expect(read('cards/signal.json')).toMatchObject({ id: 'signal', kind: 'messenger' });
    expect(files).toContain(join('logos', 'signal.svg'));
    const written = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(written.filter((entry) => entry.isFile())).toHaveLength(files.length);
  });
});
