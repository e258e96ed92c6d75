import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The modules that come at once with a module, in a browser that loads them as they are. */
function modulesOf(entry: string): string[] {
  const found = new Set<string>();
  const visit = (url: string) => {
    if (found.has(url)) return;
    found.add(url);
    const code = readFileSync(new URL(url), 'utf8');
    // Only names of modules stand after these words at the beginning of a line, or after a statement of minified code.
    const imports = /(?:^|;)(?:import|export)\b(?:[^'"();]*?\bfrom\s*|\s*)["']([^'"]+)["']/gm;
    for (const [, name = ''] of code.matchAll(imports))
      visit(name.startsWith('.') ? new URL(name, url).href : import.meta.resolve(name));
  };
  visit(import.meta.resolve(entry));
  return [...found];
}

describe.each(['messenger-card', 'audit-badge', 'downloads-dropdown'])('<%s>', (element) => {
  it('comes without templates and without styles', () => {
    const modules = modulesOf(`@sealmark/${element}/define.js`);
    expect(modules.some((url) => url.endsWith('/sealmark-element.js'))).toBe(true);
    expect(modules.some((url) => url.includes('/@lit/reactive-element/'))).toBe(true);
    const later = /lit-html|\/lit\/|\.styles\.js$|\/(draw|drawing|words|sheets)\.js$/;
    expect(modules.filter((url) => later.test(url))).toEqual([]);
  });
});
