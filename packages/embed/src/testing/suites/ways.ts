import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seen } from '../seen.ts';
import { startSite } from '../site.ts';
import { html, type Visitor } from '../visitor.ts';

const dist = join(import.meta.dirname, '../../../dist');
const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Record<
  string,
  string
>;
const policy =
  "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/** Every way to load the script, and each script alone. */
export function ways(here: Visitor): void {
  const script = (path: string) => `<script type="module" src="${path}"></script>`;
  const badge = '<audit-badge date="2017" auditor="Cure53"></audit-badge>';
  const dropdown =
    '<downloads-dropdown><a data-platform="linux" href="https://heron.example/">Packages</a></downloads-dropdown>';
  const card = '<messenger-card name="signal"></messenger-card>';

  it.each(['embed.full.js', 'embed.js'])(
    '%s loads from another origin with crossorigin and its hash',
    async (file) => {
      await using other = await startSite({});
      const tag = `<script type="module" src="${here.site.origin}/embed/${file}" crossorigin integrity="${integrity[file]}"></script>`;
      other.files.set('/', { body: html(`${tag}${card}${badge}${dropdown}`, 'de') });
      await here.page.goto(other.origin);
      const [shown, audited, listed] = await seen(here.page);
      expect(shown?.states).toContain('ready');
      expect(shown?.text).toContain('Läuft auf');
      expect(audited?.text).toContain('2017');
      expect(listed?.text).toContain('Packages');
      expect(other.asked).toEqual(['/']);
      if (file === 'embed.full.js') expect(here.site.asked).toEqual(['/embed/embed.full.js']);
      expect(here.said).toEqual([]);
    },
  );

  it('a script that was changed does not run where its hash is asked for', async () => {
    here.site.files.set('/embed/embed.js', { body: 'window.changed = true' });
    await here.open(
      `<script type="module" src="/embed/embed.js" integrity="${integrity['embed.js']}"></script>${card}`,
    );
    await here.page.waitForLoadState();
    expect(await here.page.evaluate('window.changed')).toBeUndefined();
  });

  it.each([
    ['audit-badge', badge, 'App audited 2017'],
    ['downloads-dropdown', dropdown, 'Packages'],
    ['messenger-card', card, 'Signal Messenger LLC'],
  ])('%s.js brings that element alone', async (name, markup, words) => {
    await here.open(script(`/embed/${name}.js`) + markup, { 'Content-Security-Policy': policy });
    expect((await seen(here.page))[0]?.text).toContain(words);
    const more = name === 'messenger-card' ? ['/embed/cards/en/signal.js'] : [];
    expect(here.site.asked).toEqual(['/', `/embed/${name}.js`, ...more]);
    expect(here.said).toEqual([]);
  });

  it('copies of the script, each with a Lit of its own, stand on one page', async () => {
    here.site.folders['/copy/'] = dist;
    const scripts = ['/copy/embed.js', '/embed/embed.full.js', '/embed/messenger-card.js'];
    await here.open(
      `${scripts.map(script).join('')}${card}${badge}${dropdown}<messenger-card name="briar" layout="compact"></messenger-card>`,
      { 'Content-Security-Policy': policy },
    );
    const shown = await seen(here.page);
    expect(shown.map(({ states }) => states.filter((state) => state === 'error'))).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(shown[0]?.states).toContain('ready');
    expect(shown[3]?.states).toContain('ready');
    expect(shown[1]?.text).toContain('App audited 2017');
    expect(here.said).toEqual([]);
  });

  it('shows the children where the page allows no policy for templates', async () => {
    await here.open(
      `${script('/embed/embed.js')}<audit-badge date="2017">Audited in 2017</audit-badge>`,
      { 'Content-Security-Policy': policy.replace(/trusted-types .*/, "trusted-types 'none'") },
    );
    const [audited] = await seen(here.page);
    expect(audited?.states).toEqual(['error']);
    expect(await here.page.getByText('Audited in 2017').isVisible()).toBe(true);
    expect(here.said.filter((words) => /uncaught|typeerror/i.test(words))).toEqual([]);
  });
}
