import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { link, richText, time } from './draw.ts';
import { define, registerStrings, SealmarkElement } from './index.ts';

class ServerSample extends SealmarkElement {
  static override readonly words = { greeting: 'Hello' };

  static override properties = { name: {} };

  declare name: string;

  protected override render() {
    const { locale } = this;
    return html`<p>${locale('greeting')} ${this.name}, ${time('2022-09-16', locale.language)}</p>`;
  }
}

define('server-sample', ServerSample);
registerStrings('de', { greeting: 'Hallo' });

const markup = (template: unknown) =>
  collectResultSync(render(template)).replace(/<!--.*?-->|<\?>/g, '');

describe('an element on the server', () => {
  it('is as fast the thousandth time: its accessors are wrapped once', () => {
    const accessor = () => Object.getOwnPropertyDescriptor(ServerSample.prototype, 'name')?.set;
    expect(ServerSample.observedAttributes).toContain('name');
    const first = accessor();
    expect(ServerSample.observedAttributes).toContain('name');
    expect(accessor()).toBe(first);
  });

  it('renders its root without a page', () => {
    const text = markup(html`<server-sample name="Signal"></server-sample>`);
    expect(text).toContain('<template shadowroot="open" shadowrootmode="open">');
    expect(text).toContain('<p>Hello Signal, <time datetime="2022-09-16">16 Sep 2022</time></p>');
  });

  it('follows its own language', () => {
    expect(markup(html`<server-sample lang="de" name="Signal"></server-sample>`)).toContain(
      '>16. Sept. 2022<',
    );
  });

  it('lets no value become markup', () => {
    const text = markup(
      html`<server-sample name=${'"><img src=x onerror=alert(1)>'}></server-sample>`,
    );
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img');
  });
});

describe('rich text on the server', () => {
  it('is the same HTML as in a browser', () => {
    const text = markup(
      richText([
        {
          type: 'paragraph',
          children: ['See ', { type: 'link', url: 'https://signal.org', children: ['<Signal>'] }],
        },
        { type: 'list', ordered: true, items: [['one']] },
      ]),
    );
    // An attribute that is left out leaves its space.
    expect(text.replace(/ +>/g, '>')).toBe(
      '<p>See <a href="https://signal.org" rel="noopener noreferrer">&lt;Signal&gt;</a></p><ol><li>one</li></ol>',
    );
  });

  it('drops links that must not stand', () => {
    expect(markup(link('javascript:alert(1)', 'click'))).toBe('click');
  });
});
