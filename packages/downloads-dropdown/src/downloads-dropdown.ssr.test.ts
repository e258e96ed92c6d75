import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';

const markup = (template: unknown) =>
  collectResultSync(render(template))
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!--.*?-->|<\?>/g, '');

describe('<downloads-dropdown> on the server', () => {
  it('renders the disclosure and its links in the order of the record', () => {
    const text = markup(html`<downloads-dropdown .downloads=${signal}></downloads-dropdown>`);
    expect(text).toMatch(/<details[^>]*class="downloads"/);
    expect(text).toContain('Android, iOS, Windows, Linux');
    expect([...text.matchAll(/data-platform="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'android',
      'android',
      'android',
      'ios',
      'windows',
      'linux',
    ]);
    expect(text).toContain('href="https://signal.org/download/linux"');
    expect(text).not.toContain('Your platform');
  });

  it('shows the children where it is not told of a list', () => {
    expect(
      markup(
        html`<downloads-dropdown><a href="https://signal.org" data-platform="linux">x</a></downloads-dropdown>`,
      ),
    ).toContain('<slot>');
  });

  it('lets no value become markup', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hostile = '"><script>alert(1)</script>';
    const text = markup(
      html`<downloads-dropdown label=${hostile} .downloads=${[
        {
          platform: hostile,
          label: hostile,
          url: 'https://a.example/"onclick="alert(1)',
          note: hostile,
        },
        { platform: 'linux', label: 'x', url: 'javascript:alert(1)' },
      ]}></downloads-dropdown>`,
    );
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('"onclick');
    expect(text).not.toContain('javascript:');
  });
});
