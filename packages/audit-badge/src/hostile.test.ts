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

type Place = readonly [parent: Record<string, unknown>, key: string];

/** All places in some data where something stands. */
const placesOf = (at: object): Place[] =>
  Object.entries(at).flatMap(([key, inside]): Place[] => [
    [at as Record<string, unknown>, key],
    ...(typeof inside === 'object' && inside !== null ? placesOf(inside) : []),
  ]);

const audits = kinds.map(([, audit]) => audit);

/** Puts a value in place of whatever stands at a path of a list of audits, or takes it out. */
function replaced(list: typeof audits, path: number, given: unknown, gone: boolean): typeof audits {
  const copy = list.map((audit) => structuredClone(audit));
  const places = placesOf(copy);
  const [parent, key] = places[path % places.length] as Place;
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
        badge.audits = replaced(audits, path, given, gone);
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

  /** Our words beside those of the data, which turn the line round from where they stand. */
  const spilled = (badge: AuditBadge) => {
    const walker = document.createTreeWalker(badge.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      const around = parentElement?.closest('bdi')?.textContent;
      if (data.includes('\u202e') && data !== around) found.push(around ?? data);
    }
    return found;
  };

  it.each(kinds)('keeps direction characters to themselves, of %s', async (_, audit) => {
    const badge = await fixture<AuditBadge>(html`<audit-badge open></audit-badge>`);
    for (const path of placesOf([audit]).keys()) {
      badge.audits = replaced([audit], path, '\u202eevil\u2066', false);
      await badge.updateComplete;
      expect(spilled(badge)).toEqual([]);
    }
  });

  it.each(['date', 'auditor', 'scope', 'href', 'looked'] as const)(
    'keeps direction characters to themselves, of `%s`',
    async (name) => {
      const badge = await fixture<AuditBadge>(html`<audit-badge open></audit-badge>`);
      for (const value of ['\u202eevil\u2066', '\u202eevil/2020', '\u202e, Kiln']) {
        Object.assign(badge, { auditor: 'Reed', [name]: value });
        await badge.updateComplete;
        expect(spilled(badge)).toEqual([]);
      }
    },
  );

  it('keeps those of its children to themselves', async () => {
    const badge = await fixture('<audit-badge date="2017">Kiln\u202e</audit-badge>');
    expect(badge.shadowRoot?.querySelector('bdi > slot')).not.toBeNull();
  });
});
