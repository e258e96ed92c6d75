import { mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardRecord } from '@sealmark/schema';
import { expect, it } from 'vitest';
import { writeCards } from '../../../scripts/cards.ts';
import { seen } from '../seen.ts';
import { startSite } from '../site.ts';
import type { Visitor } from '../visitor.ts';

const root = join(import.meta.dirname, '../../..');
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

const script = '<script type="module" src="/embed/embed.js"></script>';

/** The script that a page loads by the one line that is to be pasted. */
export function embed(here: Visitor): void {
  it('shows the card of the snippet in the README on a page of another origin', async () => {
    const readme = readFileSync(join(root, '..', '..', 'README.md'), 'utf8');
    const snippet = /## Paste it\n[^]*?```html\n([^]*?)```/.exec(readme)?.[1] ?? '';
    await using other = await startSite({});
    other.files.set('/', {
      body: snippet.replace(/https?:\/\/[^/"]+(?=\/embed\/embed\.js)/, here.site.origin),
    });
    await here.page.goto(other.origin);
    const [card] = await seen(here.page);
    expect(card?.states).toContain('ready');
    expect(card?.text).toContain('Signal Messenger LLC');
    expect(other.asked).toEqual(['/']);
    expect(here.said).toEqual([]);
  });

  it('loads the cards that a page asks for, each once, and no other', async () => {
    await here.open(`${script}<messenger-card name="signal"></messenger-card><messenger-card name="briar"></messenger-card>
      <messenger-card name="signal" layout="compact"></messenger-card>`);
    expect((await seen(here.page)).map(({ states }) => states.includes('ready'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(here.site.asked.toSorted()).toEqual([
      '/',
      '/embed/cards/en/briar.js',
      '/embed/cards/en/signal.js',
      '/embed/cards/signal.js',
      '/embed/embed.js',
      '/embed/messenger-card/drawing.js',
      '/embed/messenger-card/sheets.js',
    ]);
    expect(here.said).toEqual([]);
  });

  it('shows the badge and the dropdown without any card', async () => {
    await here.open(`${script}<audit-badge date="2017" auditor="Cure53"></audit-badge>
      <downloads-dropdown><a data-platform="linux" href="https://heron.example/">Packages</a></downloads-dropdown>`);
    const [badge, dropdown] = await seen(here.page);
    expect(badge?.text).toContain('App audited 2017');
    expect(dropdown?.text).toContain('Packages');
    expect(here.site.asked.toSorted()).toEqual([
      '/',
      '/embed/audit-badge/drawing.js',
      '/embed/audit-badge/sheets.js',
      '/embed/downloads-dropdown/drawing.js',
      '/embed/downloads-dropdown/sheets.js',
      '/embed/embed.js',
    ]);
  });

  it('says which name is not an entry', async () => {
    await here.open(`${script}<messenger-card name="signl"></messenger-card>`);
    const [card] = await seen(here.page);
    expect(card?.states).toEqual(['unknown-name']);
    expect(card?.text).toContain('signl');
  });

  it('asks no server for a name that is no id', async () => {
    const names = ['../embed', 'Signal', 'https://evil.example/x', 'a'.repeat(65), '%2e%2e', ''];
    await here.open(
      script + names.map((name) => `<messenger-card name="${name}"></messenger-card>`).join(''),
    );
    const states = (await seen(here.page)).map((card) => card.states);
    expect(states).toEqual(names.map(() => ['unknown-name']));
    expect(here.site.asked).toEqual(['/', '/embed/embed.js', '/embed/messenger-card/sheets.js']);
  });

  it('tells a broken connection from a missing entry, and tries again when asked again', async () => {
    here.site.broken.add('/embed/cards/en/signal.js');
    await here.open(`${script}<messenger-card name="signal"></messenger-card>`);
    expect((await seen(here.page))[0]?.states).toEqual(['error']);
    here.site.broken.clear();
    await here.page.evaluate(() =>
      document
        .querySelector('messenger-card')
        ?.replaceWith(document.createElement('messenger-card')),
    );
    await here.page.evaluate(() =>
      document.querySelector('messenger-card')?.setAttribute('name', 'signal'),
    );
    expect((await seen(here.page))[0]?.states).toContain('ready');
  });

  it('is not sure of anything where nothing can be reached, and recovers', async () => {
    here.site.broken.add('/embed/cards/en/signl.js').add('/embed/ids.js');
    await here.open(`${script}<messenger-card name="signl"></messenger-card>`);
    expect((await seen(here.page))[0]?.states).toEqual(['error']);
    here.site.broken.clear();
    await here.page.evaluate(() =>
      document.querySelector('messenger-card')?.setAttribute('name', 'signal-'),
    );
    await here.page.evaluate(() =>
      document.querySelector('messenger-card')?.setAttribute('name', 'signl'),
    );
    expect((await seen(here.page))[0]?.states).toEqual(['unknown-name']);
  });

  it('shows entries that moved or were withdrawn', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'embed-'));
    const removed = {
      kind: 'removed',
      id: 'gone',
      name: 'Gone',
      since: '2026-03-03',
      reason: 'Updates ended',
      source: { url: 'https://heron.example/', date: '2026-02' },
    };
    const moved = {
      kind: 'moved',
      id: 'old',
      name: 'Old',
      to: { id: 'signal', name: 'Signal' },
      since: '2025-11-09',
    };
    const cards = [removed, moved].map((card) => [card.id, card as CardRecord] as const);
    await writeCards(folder.path, new Map(cards));
    here.site.folders['/more/cards/'] = join(folder.path, 'cards');
    here.site.folders['/more/'] = join(root, 'dist');
    await here.open(`<script type="module" src="/more/embed.js"></script>
      <messenger-card name="old"></messenger-card><messenger-card name="gone"></messenger-card>`);
    const [old, gone] = await seen(here.page);
    expect(old).toMatchObject({
      states: ['moved'],
      text: expect.stringContaining('Old is now Signal'),
    });
    expect(gone).toMatchObject({
      states: ['removed'],
      text: expect.stringContaining('Updates ended'),
    });
  });

  it('works under a strict policy with Trusted Types, and violates nothing', async () => {
    here.site.files.set('/listen.js', {
      body: "window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push([e.violatedDirective, e.blockedURI, e.sample].join(' ')))",
    });
    await here.open(
      `<script src="/listen.js"></script>${script}<messenger-card name="signal" open></messenger-card>
      <messenger-card name="nope"></messenger-card><audit-badge date="2017"></audit-badge>`,
      { 'Content-Security-Policy': policy },
    );
    const [card, nope] = await seen(here.page);
    expect(card?.states).toContain('ready');
    expect(nope?.states).toEqual(['unknown-name']);
    // Firefox asks for an icon of its own accord, and a strict policy forbids it.
    const violations = (await here.page.evaluate('violations')) as string[];
    expect(violations.filter((words) => !words.includes('/favicon.ico'))).toEqual([]);
    // The styles are there too: the host is a block of some height.
    expect(
      (await here.page.locator('messenger-card').first().boundingBox())?.height,
    ).toBeGreaterThan(300);
  });

  it('may stand on a page twice, and in two copies', async () => {
    here.site.files.set('/copy/embed.js', {
      body: readFileSync(join(root, 'dist/embed.js'), 'utf8'),
    });
    await here.open(
      `${script}<script type="module" src="/copy/embed.js"></script>${script}
      <messenger-card name="signal"></messenger-card>`,
      { 'Content-Security-Policy': policy },
    );
    expect((await seen(here.page))[0]?.states).toContain('ready');
    expect(here.said).toEqual([]);
  });

  it('leaves a foreign element of the same name alone, says so, and shows its card', async () => {
    here.site.files.set('/foreign.js', {
      body: "customElements.define('audit-badge', class extends HTMLElement { connectedCallback() { this.textContent = 'mine' } })",
    });
    await here.open(
      `<script src="/foreign.js"></script>${script}<audit-badge></audit-badge><messenger-card name="signal"></messenger-card>`,
    );
    const [, card] = await seen(here.page);
    expect(card?.text).toContain('Protocol analyzed 2016');
    expect(await here.page.locator('audit-badge').textContent()).toBe('mine');
    expect(here.said).toEqual([expect.stringContaining('<audit-badge>')]);
  });
}
