import type { CardDownload } from '@sealmark/schema';
import { fixture } from '@sealmark/tooling/testing';
import fc from 'fast-check';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadsDropdown } from './downloads-dropdown.ts';
import './define.ts';
import { signal } from './sample.test.data.ts';

const thrown: unknown[] = [];
const note = (event: Event) => {
  thrown.push((event as ErrorEvent).error ?? (event as PromiseRejectionEvent).reason);
  event.preventDefault();
};
const run = vi.fn();

beforeEach(() => {
  thrown.length = 0;
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  (globalThis as { pwned?: unknown }).pwned = run;
});

afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  vi.restoreAllMocks();
  expect(thrown, 'thrown into the page').toEqual([]);
  expect(run, 'script in a record').not.toHaveBeenCalled();
});

const nasty = fc.constantFrom<unknown>(
  '"><img src=x onerror=pwned()><script>pwned()</script>',
  'javascript:pwned()',
  'data:text/html,<script>pwned()</script>',
  'http://evil.example',
  '//evil.example',
  'https://user:pass@evil.example:99999',
  '__proto__',
  'constructor',
  'toString',
  '\u202eevil\u2066',
  '\u0000\u0007\ud800',
  'x'.repeat(100_000),
  null,
  undefined,
  Number.NaN,
  -1,
  1n,
  Symbol.iterator,
  () => 'x',
  [],
  [null],
  {},
  { _$litType$: 1, strings: ['<img src=x onerror=pwned()>'], values: [] },
);
const value = fc.oneof(nasty, fc.jsonValue(), fc.anything());
const fields = ['platform', 'store', 'url', 'label', 'note'] as const;

function expectHarmless(dropdown: DownloadsDropdown): void {
  for (const element of dropdown.shadowRoot?.querySelectorAll('*') ?? []) {
    expect(element.localName).toMatch(/^(a|bdi|details|div|li|p|slot|span|style|summary|ul)$/);
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$/);
    const url = (element as HTMLAnchorElement).href;
    if (url && URL.canParse(url) && !url.startsWith(location.origin))
      expect(url).toMatch(/^https:/);
  }
}

const addresses = ({ shadowRoot }: Element) =>
  [...(shadowRoot?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));

describe('<downloads-dropdown> with hostile data', () => {
  it('keeps the other downloads, whatever one of them says or does not say', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown open></downloads-dropdown>`,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(signal.length - 1),
        fc.constantFrom(...fields),
        value,
        fc.boolean(),
        async (index, field, given, gone) => {
          const list = signal.map((download) => ({ ...download })) as Record<string, unknown>[];
          const broken = list[index] as Record<string, unknown>;
          if (gone) delete broken[field];
          else broken[field] = given;
          dropdown.downloads = list as unknown as CardDownload[];
          await dropdown.updateComplete;
          expectHarmless(dropdown);
          const rest = signal.filter((_, place) => place !== index).map(({ url }) => url);
          expect(addresses(dropdown)).toEqual(expect.arrayContaining(rest));
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is harmless with whatever is set in place of its list and its words', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown open .downloads=${signal}></downloads-dropdown>`,
    );
    const names = ['downloads', 'label', 'platform', 'strings'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), value, async (name, given) => {
        dropdown[name] = given as never;
        await dropdown.updateComplete;
        expectHarmless(dropdown);
        dropdown[name] = (name === 'downloads' ? signal : undefined) as never;
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('takes from its children words and addresses, and nothing else', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown open><a data-platform="linux" href="https://a.example/">A</a></downloads-dropdown>`,
    );
    const link = dropdown.querySelector('a') as HTMLAnchorElement;
    const string = fc.oneof(
      nasty.filter((item) => typeof item === 'string'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(string, string, string, async (platform, url, label) => {
        link.dataset['platform'] = platform as string;
        link.setAttribute('href', url as string);
        link.textContent = label as string;
        await new Promise((resolve) => setTimeout(resolve));
        await dropdown.updateComplete;
        expectHarmless(dropdown);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
