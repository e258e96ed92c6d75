import { expectQuietPage, fixture, hostile } from '@sealmark/tooling/testing';
import fc from 'fast-check';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import type { AuditBadge } from './audit-badge.ts';
import './define.ts';
import './provide.ts';
import { kinds } from './states.test.data.ts';

expectQuietPage();

const nasty = fc.constantFrom(...hostile);
const value = fc.oneof(nasty, fc.jsonValue(), fc.anything());

/** Puts a value in place of whatever stands at a path of a list of audits, or takes it out. */
function replaced(path: number, given: unknown, gone: boolean): unknown {
  const copy = kinds.map(([, audit]) => structuredClone(audit));
  const places: [Record<string, unknown>, string][] = [];
  const visit = (at: object) => {
    for (const key of Object.keys(at)) {
      const parent = at as Record<string, unknown>;
      places.push([parent, key]);
      if (typeof parent[key] === 'object' && parent[key] !== null) visit(parent[key]);
    }
  };
  visit(copy);
  const [parent, key] = places[path % places.length] as [Record<string, unknown>, string];
  if (gone) delete parent[key];
  else Object.defineProperty(parent, key, { value: given, enumerable: true });
  return copy;
}

function expectHarmless(badge: AuditBadge): void {
  for (const element of badge.shadowRoot?.querySelectorAll('*') ?? []) {
    expect(element.localName).toMatch(
      /^(a|b|bdi|details|div|li|ol|p|slot|span|style|summary|time)$/,
    );
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$/);
    const url = (element as HTMLAnchorElement).href;
    if (url && URL.canParse(url) && !url.startsWith(location.origin))
      expect(url).toMatch(/^https:/);
  }
  expect(badge.shadowRoot?.querySelector('[part=audits]'), 'a line that says it').not.toBeNull();
}

describe('<audit-badge> with hostile data', () => {
  it('is harmless with whatever stands, or is missing, at any place of its audits', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge open></audit-badge>`);
    await fc.assert(
      fc.asyncProperty(fc.nat(), value, fc.boolean(), async (path, given, gone) => {
        badge.audits = replaced(path, given, gone) as never;
        await badge.updateComplete;
        expectHarmless(badge);
        expect(badge.shadowRoot?.querySelectorAll('li').length).toBeGreaterThanOrEqual(
          kinds.length - 1,
        );
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is harmless with whatever is set in place of its audits and its attributes', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge open></audit-badge>`);
    const names = ['audits', 'date', 'auditor', 'scope', 'href', 'looked', 'strings'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), value, async (name, given) => {
        badge[name] = given as never;
        await badge.updateComplete;
        expectHarmless(badge);
        badge[name] = undefined;
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
