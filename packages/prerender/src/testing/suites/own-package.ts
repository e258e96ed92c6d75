import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { openContent } from '../../content.ts';
import { prerender } from '../../index.ts';

const ids = ['heron', 'wren', 'egret', 'magpie'];
const manifest = createRequire(import.meta.url).resolve('@sealmark/messengers/package.json');
const sealmark = join(dirname(manifest), '../content-tools/bin/sealmark.js');

/** Fills in the blanks of an entry, as its author would. */
function fill(file: string): void {
  const text = readFileSync(file, 'utf8')
    .replaceAll(/note: ____/g, 'note: Nobody has looked yet.')
    .replaceAll(/(?<!#.*)____/g, 'Filled');
  writeFileSync(file, text);
}

/** A site with a package that somebody made of their own four records. */
export function ownPackage(): string {
  const site = mkdtempSync(join(tmpdir(), 'own-package-'));
  const root = join(site, 'node_modules/birds');
  mkdirSync(dirname(root));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [sealmark, ...args], { cwd: root, encoding: 'utf8' });
  execFileSync(process.execPath, [sealmark, 'new', '--package', root]);
  for (const id of ids) {
    run('new', id, '--name', `The ${id}`, '--homepage', `https://${id}.example/`);
    fill(join(root, `content/messengers/${id}.yaml`));
  }
  run('check');
  run('build');
  return site;
}

/** Such a package serves programs. */
export function imported(site: () => string): void {
  it('is found by name, and its cards are rendered by the elements', async () => {
    const content = openContent('birds', site());
    expect([...content.names].sort()).toEqual([...ids].sort());
    const { html, warnings } = await prerender(
      ids.map((id) => `<messenger-card name="${id}"></messenger-card>`).join('\n'),
      { content, names: content.names },
    );
    expect(warnings).toEqual([]);
    for (const id of ids) {
      expect(html).toContain(`The ${id}`);
      expect(html).toContain(`href="https://${id}.example/"`);
    }
    expect(html.match(/shadowrootmode="open"/g)!.length).toBeGreaterThanOrEqual(ids.length);
  });

  it('can be imported by a site as ours can', () => {
    writeFileSync(
      join(site(), 'site.mjs'),
      `import { heron, meta } from 'birds';
import record from 'birds/messengers/heron';
import card from 'birds/cards/heron';
import all from 'birds/all';
import { facts } from 'birds/facts';
import { criteria } from 'birds/criteria';
import page from 'birds/page';
console.log(JSON.stringify([heron === record, meta.version, card.name, all.length, facts.length > 2, criteria[0].verdicts.heron.verdict, page.sections[0].entries]));`,
    );
    const out = execFileSync(process.execPath, [join(site(), 'site.mjs')], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([true, '0.0.0', 'The heron', 4, true, 'unknown', ids]);
  });
}

/** Such a package serves pages. */
export function shown(site: () => string, page: () => Page): void {
  it('is shown by the elements', async () => {
    const module = (name: string) =>
      JSON.stringify(fileURLToPath(import.meta.resolve(`@sealmark/${name}`)));
    writeFileSync(
      join(site(), 'page.mjs'),
      `import { setContentSource } from ${module('element-kit')};
import ${module('messenger-card/define.js')};
import all from 'birds/all';
const cards = { heron: () => import('birds/cards/heron'), wren: () => import('birds/cards/wren') };
setContentSource({ card: async (id) => (await cards[id]?.())?.default });
document.body.dataset.entries = all.length;`,
    );
    const build = await rolldown({ input: join(site(), 'page.mjs'), cwd: site() });
    const { output } = await build.generate({ format: 'esm', codeSplitting: false });
    await build.close();
    await page().goto('about:blank');
    await page().setContent(
      '<messenger-card name="heron"></messenger-card><messenger-card name="wren"></messenger-card>',
    );
    await page().addScriptTag({ type: 'module', content: output[0].code });
    for (const id of ['heron', 'wren']) {
      const card = page().locator(`messenger-card[name=${id}]`);
      await card.getByRole('heading', { name: `The ${id}` }).waitFor();
      expect(await card.getByRole('link', { name: 'Homepage' }).getAttribute('href')).toBe(
        `https://${id}.example/`,
      );
    }
    expect(await page().locator('body').getAttribute('data-entries')).toBe('4');
  });
}
