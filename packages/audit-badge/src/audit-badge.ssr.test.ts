import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import './define.ts';
import './provide.ts';
import { audit, signal } from './sample.test.data.ts';

const markup = (template: unknown) =>
  collectResultSync(render(template))
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!--.*?-->|<\?>/g, '');

afterEach(() => vi.useRealTimers());

describe('<audit-badge> on the server', () => {
  it('renders the disclosure, its list, its links', () => {
    const text = markup(html`<audit-badge .audits=${signal}></audit-badge>`);
    expect(text).toContain('shadowrootmode="open"');
    expect(text).toMatch(/<details[^>]*class="audits"/);
    expect(text).toContain('Protocol analyzed 2016, 2024');
    expect(text).toMatch(/<time ?>2016<\/time>/);
    expect(text).toContain('href="https://eprint.iacr.org/2016/1013.pdf"');
  });

  it('renders attributes, and a line where no audit is known', () => {
    expect(markup(html`<audit-badge date="2017" auditor="Cure53"></audit-badge>`)).toContain(
      'App audited 2017',
    );
    const none = markup(html`<audit-badge looked="2022-09-16"></audit-badge>`);
    expect(none).toContain('No audit known');
    expect(none).toContain('looked Sep 2022');
    expect(none).not.toContain('<details');
  });

  it('writes the same bytes whatever the day', () => {
    const write = (day: string) => {
      vi.useFakeTimers({ now: new Date(day) });
      return markup(html`<audit-badge .audits=${signal}></audit-badge>`);
    };
    expect(write('2016-12-31')).toBe(write('2066-12-31'));
  });

  it('lets no value become markup', () => {
    const hostile = '"><script>alert(1)</script>';
    const text = markup(
      html`<audit-badge .audits=${[audit({ title: hostile, outcome: hostile, date: '2020', links: [{ role: hostile, url: 'javascript:alert(1)' }] })]}></audit-badge>`,
    );
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('javascript:');
  });
});
