import type { CardDownload } from '@sealmark/schema';
import { expectQuietPage, fixture, hostile } from '@sealmark/tooling/testing';
import fc from 'fast-check';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import type { DownloadsDropdown } from './downloads-dropdown.ts';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';

expectQuietPage();

const nasty = fc.constantFrom(...hostile);
const value = fc.oneof(nasty, fc.jsonValue(), fc.anything());
const fields = ['platform', 'store', 'url', 'label', 'note'] as const;

function expectHarmless(dropdown: DownloadsDropdown): void {
  for (const element of dropdown.shadowRoot?.querySelectorAll('*') ?? []) {
    expect(element.localName).toMatch(/^(a|bdi|details|div|li|p|slot|span|style|summary|ul)$/);
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$/);
    // What changes the direction of words stays among words of its own.
    const own = [...element.childNodes].filter((node) => node instanceof Text);
    if (own.some(({ data }) => /[\u202a-\u202e\u2066-\u2069]/.test(data)))
      expect(element.matches('bdi, .button'), element.outerHTML).toBe(true);
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
