import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import guides from '@sealmark/guides/all';
import records from '@sealmark/messengers/all';
import { criteria } from '@sealmark/messengers/criteria';
import { facts } from '@sealmark/messengers/facts';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type Built } from './testing/build.ts';
import { output } from './output.ts';

const read = (file: string, folder = output) => readFileSync(join(folder, file), 'utf8');
const pagesIn = (folder: string) => globSync('**/*.html', { cwd: folder }).sort();
const pages = pagesIn(output);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  elements: ['html5', { 'messenger-card': { flow: true } }],
  rules: {
    // As we write.
    'void-style': ['error', { style: 'omit' }],
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // The named groups are regions of a card, not of the page.
    'prefer-native-element': 'off',
    'no-implicit-button-type': 'error',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A policy and hashed names say as much.
    'require-sri': 'off',
  },
});

/** What is wrong with a page, less the insides of cards, which are valid by their own tests. */
async function faults(file: string, folder = output): Promise<string[]> {
  const html = read(file, folder).replaceAll(/<template shadowrootmode[\s\S]*?<\/template>/g, '');
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`),
  );
}

const attribute = /\s(?:href|src|data-index)="([^"]*)"/g;
const addressesOf = (html: string) =>
  [...html.matchAll(attribute)].map(([, address]) => (address as string).replaceAll('&amp;', '&'));

/** The addresses of a page that lead nowhere. */
function dead(page: string, folder = output): string[] {
  const here = `https://site.example/${page.replace(/index\.html$/, '')}`;
  return addressesOf(read(page, folder)).filter((address) => {
    if (address.startsWith('https://')) return false;
    const { origin, pathname, hash } = new URL(address, here);
    const path = decodeURIComponent(pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (origin !== 'https://site.example' || !existsSync(file)) return true;
    return hash !== '' && !readFileSync(file, 'utf8').includes(` id="${hash.slice(1)}"`);
  });
}

describe.each(pages)('%s', (page) => {
  const html = read(page);

  it('is valid HTML', async () => {
    expect(await faults(page)).toEqual([]);
  });

  it('leads nowhere in vain', () => {
    expect(dead(page)).toEqual([]);
  });

  it('loads from its own site alone, by addresses that start at the page', () => {
    for (const address of addressesOf(html)) {
      if (page !== '404.html') expect(address).not.toMatch(/^\//);
      expect(address).not.toMatch(/^(?:http|javascript|data):/);
    }
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https:/);
    expect(html).not.toMatch(/\sstyle="|<style|\son\w+="/);
  });

  it('has no id twice, one heading of the first level, a title and a description of its own', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const head = (one: string) =>
      /<title>.*<\/title>\s*<meta name="description" content="[^"]{15,}">/.exec(read(one))?.[0];
    expect(pages.filter((other) => head(other) === head(page))).toEqual([page]);
  });

  it('takes little, with all it needs', () => {
    const limit = page.startsWith('real-time') ? 40_000 : 60_000;
    const base = `https://site.example/${page.replace(/index\.html$/, '')}`;
    const needed = addressesOf(html)
      .filter((address) => /\.(?:css|js|svg|json)$/.test(address))
      .filter((address) => !address.startsWith('https:') && !/\/data\//.test(address))
      .map((address) => decodeURIComponent(new URL(address, base).pathname).slice(1));
    const files = [...new Set([page, ...needed])];
    const bytes = files.map((file) => brotliCompressSync(readFileSync(join(output, file))).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(limit);
  });
});

it('has a page for everything', () => {
  const expected = [
    ...['404.html', 'index.html'],
    ...[
      'changes',
      'compare',
      'criteria',
      'glossary',
      'guides',
      'search',
      'real-time-communication',
    ].map((name) => `${name}/index.html`),
    ...guides.map(({ id }) => `guides/${id}/index.html`),
    ...records.map(({ id }) => `messengers/${id}/index.html`),
  ];
  expect(pages).toEqual(expected.sort());
});

describe('the recommendation page', () => {
  const html = read('real-time-communication/index.html');

  it('shows every entry with its notes and their sources', () => {
    for (const record of records) {
      if (record.kind !== 'messenger') continue;
      for (const { url } of [
        ...record.links,
        ...record.downloads,
        ...record.notes.flatMap(({ sources }) => sources),
      ]) {
        expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
      }
      for (const { heading } of record.notes) expect(html).toContain(`<h4>${heading}</h4>`);
    }
  });

  it('names what is not met, and links to what it means', () => {
    for (const { id, short, verdicts } of criteria) {
      const unmet = Object.values(verdicts).filter(({ verdict }) => verdict === 'not-met').length;
      const link = `<a href="#criterion-${id}">${short}</a>`;
      expect(html.split(link).length - 1).toBeGreaterThanOrEqual(unmet);
      expect(html).toContain(`<tr id="criterion-${id}">`);
    }
  });
});

describe('the page of a messenger', () => {
  it.each(records.flatMap((record) => (record.kind === 'messenger' ? [record] : [])))(
    'says everything that its record says: $name',
    (record) => {
      const html = read(`messengers/${record.id}/index.html`);
      const urls = new Set<string>();
      const visit = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const [key, child] of Object.entries(value)) {
          if (key === 'url') urls.add(String(child));
          else visit(child);
        }
      };
      // A logo's source is its file; the rest of a document stands for its lines.
      visit({ ...record, logo: undefined });
      const text = html.replaceAll('&amp;', '&');
      const missing = [...urls].filter(
        (url) => !text.includes(url.replace(/^https:\/\/|#.*$/g, '')),
      );
      expect(missing).toEqual([]);
      for (const { id } of facts) expect(html).toContain(`id="${id}"`);
    },
  );
});

describe('feeds', () => {
  it.each(globSync('changes/*.atom', { cwd: output }))('are Atom: %s', (file) => {
    const xml = read(file);
    const tags = [...xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)];
    const open: string[] = [];
    for (const [, end, tag = '', empty] of tags) {
      if (end) expect(open.pop()).toBe(tag);
      else if (!empty) open.push(tag);
    }
    expect(open).toEqual([]);
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39|#\d+);)/);
    const ids = [...xml.matchAll(/<id>(urn:sealmark:[^<]+)<\/id>/g)].map(([, id]) => id);
    const entries = xml.split('<entry>').length - 1;
    expect(entries).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(entries + 1);
    const updated = [...xml.matchAll(/<updated>([^<]+)<\/updated>/g)].map(
      ([, date]) => date as string,
    );
    expect(updated).toHaveLength(entries + 1);
    for (const date of updated)
      expect(new Date(date).toISOString()).toBe(date.replace('Z', '.000Z'));
  });
});

describe('what changed', () => {
  it.each(['index.html', 'changes/index.html'])('can be followed from %s', (page) => {
    expect(read(page)).toMatch(/<link rel="alternate" [^>]+ href="[./]+\/changes\/feed\.atom">/);
  });

  const versions = JSON.parse(read('data/changes.json')) as {
    changes: { entry?: string; text: string }[];
  }[];

  it('is in the feed of all, what is no entry’s included', () => {
    const feed = read('changes/feed.atom');
    const general = versions.flatMap(({ changes }) => changes.filter(({ entry }) => !entry));
    expect(general.length).toBeGreaterThan(0);
    for (const { text } of general) expect(feed).toContain(`<li>${text}</li>`);
  });

  it('can be told apart from what was before, by ear as well', () => {
    for (const file of ['changes/index.html', 'changes/feed.atom']) {
      const parts = read(file).split('</s>').slice(1);
      expect(parts.length).toBeGreaterThan(0);
      expect([file, parts.filter((part) => !/^ (?:to|Now:) /.test(part))]).toEqual([file, []]);
    }
  });
});

it('says of every source beside an answer from when it is, or that nobody knows', () => {
  const html = read('compare/index.html');
  const hosts = html.split('<div class="small"><span><a').length - 1;
  expect(hosts).toBeGreaterThan(0);
  expect(html.match(/,<\/span> <span>(?:undated|[\w ]*\d{4})<\/span>/g)).toHaveLength(hosts);
});

it('names every section of a messenger’s page in its contents', () => {
  for (const { id, kind } of records) {
    if (kind !== 'messenger') continue;
    const html = read(`messengers/${id}/index.html`);
    const sections = [...html.matchAll(/<section class="section" id="([^"]+)"/g)];
    const missing = sections.filter(([, section]) => !html.includes(`<li><a href="#${section}">`));
    expect([id, missing.map(([, section]) => section)]).toEqual([id, []]);
  }
});

describe('data for programs', () => {
  it('has every record as its package has it', () => {
    expect(JSON.parse(read('data/all.json'))).toEqual(JSON.parse(JSON.stringify(records)));
    for (const { id } of records) {
      expect(JSON.parse(read(`data/messengers/${id}.json`)).id).toBe(id);
      expect(JSON.parse(read(`data/cards/${id}.json`)).id).toBe(id);
    }
    for (const file of globSync('data/**/*.json', { cwd: output })) JSON.parse(read(file));
  });

  it('names types that schema.org knows', () => {
    const found = pages.flatMap((page) =>
      [...read(page).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
        ([, json]) =>
          JSON.parse(json as string) as { '@context': string; '@type': string; name?: string },
      ),
    );
    expect(found.map((data) => data['@type']).sort()).toEqual([
      'ItemList',
      ...records.map(() => 'SoftwareApplication'),
    ]);
    for (const data of found) expect(data['@context']).toBe('https://schema.org');
  });

  it('tells whom to write to about a hole', () => {
    const text = read('.well-known/security.txt');
    expect(text).toMatch(/^Contact: https:\/\/github\.com\/.+\/security\/advisories\/new$/m);
    expect(text).toMatch(/^Expires: \d{4}-\d\d-\d\dT00:00:00Z$/m);
  });
});

describe('a site that knows its address', () => {
  let built: Built;
  beforeAll(() => {
    built = build({ SITE_URL: 'https://example.org/sub/' });
  });
  afterAll(() => built.remove());

  it('names it where an address has to be whole', () => {
    const root = 'https://example.org/sub';
    const page = read('messengers/briar/index.html', built.folder);
    expect(page).toContain(`<link rel="canonical" href="${root}/messengers/briar/">`);
    expect(page).toContain(`<meta property="og:url" content="${root}/messengers/briar/">`);
    expect(read('robots.txt', built.folder)).toContain(`Sitemap: ${root}/sitemap.xml`);
    expect(read('changes/feed.atom', built.folder)).toContain(`href="${root}/changes/feed.atom"`);
    expect(read('.well-known/security.txt', built.folder)).toContain(
      `Canonical: ${root}/.well-known/security.txt`,
    );
    expect(read('404.html', built.folder)).toContain('href="/sub/real-time-communication/"');
    expect(read('.htaccess', built.folder)).toContain('ErrorDocument 404 /sub/404.html');
    expect(read('.nginx.conf', built.folder)).toMatch(
      /^error_page 404 \/sub\/404\.html;[^]*^location \/sub\/assets\/ \{$/m,
    );
    const map = [...read('sitemap.xml', built.folder).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => url,
    );
    const all = pagesIn(built.folder).filter((file) => file !== '404.html');
    expect(map.sort()).toEqual(
      all.map((file) => `${root}/${file.replace(/index\.html$/, '')}`).sort(),
    );
  });

  it('is the only one that does', () => {
    for (const page of pages) expect(read(page)).not.toMatch(/rel="canonical"|property="og:/);
    expect(existsSync(join(output, 'sitemap.xml'))).toBe(false);
  });
});

describe('a site that is opened from a folder', () => {
  let built: Built;
  beforeAll(() => {
    built = build({}, { options: ['--folder'] });
  });
  afterAll(() => built.remove());

  it('names every page that it links to', () => {
    for (const page of pagesIn(built.folder)) {
      expect(dead(page, built.folder)).toEqual([]);
      const inside = addressesOf(read(page, built.folder)).filter(
        (url) => !url.startsWith('https:'),
      );
      expect(inside.filter((url) => /^\/|\/(?:[?#].*)?$/.test(url))).toEqual([]);
    }
  });
});
