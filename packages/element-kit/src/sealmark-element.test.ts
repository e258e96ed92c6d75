import { fixture, press } from '@sealmark/tooling/testing';
import { css, type CSSResult, html, type PropertyDeclarations, type PropertyValues } from 'lit';
import { describe, expect, it } from 'vitest';
import { type Drawing, drawing } from './draw.ts';
import { define, type Loader, registerStrings, SealmarkElement } from './index.ts';

class KitSample extends SealmarkElement<KitSample> {
  static override readonly words = { farewell: 'Goodbye' };

  static override readonly drawing: Loader<Drawing<KitSample>> = () =>
    Promise.reject(new Error('offline'));

  static override readonly sheets: Loader<CSSResult> = () => Promise.reject(new Error('offline'));

  static override properties: PropertyDeclarations = {
    data: { attribute: false },
    name: {},
    open: { type: Boolean, reflect: true },
  };

  declare data: string | undefined;
  declare name: string | undefined;
  declare open: boolean;

  readonly events: string[] = [];
  renders = 0;
  waits = false;

  protected override get ready() {
    return !this.waits;
  }

  protected override adopt() {
    this.setStates('adopted');
  }

  protected override changed(changed: PropertyValues) {
    if (changed.has('open'))
      this.renderRoot.querySelector('details')?.toggleAttribute('open', this.open);
  }

  protected override handle(event: Event) {
    this.events.push(`${event.type} ${(event.target as Element).localName}`);
  }

  get language() {
    return this.locale.language;
  }

  say(key: string) {
    return this.locale(key);
  }
}

KitSample.provide(
  drawing<KitSample>({ greeting: 'Hello' }, (sample, locale) => {
    sample.renders += 1;
    const content = html`<p>${locale('greeting')} ${sample.data ?? sample.name}, ${locale('farewell')}</p>
      <details part="list"><summary>List</summary><a href="https://signal.org/?a=%22">Signal</a></details>
      <details part="more"><summary>More</summary></details><button>Inside</button><slot></slot>`;
    return { content, states: ['rendered'] };
  }),
  css`
    p {
      color: rgb(1, 2, 3);
    }
  `,
);

define('kit-sample', KitSample);

const rootText = (element: Element) => element.shadowRoot?.querySelector('p')?.textContent?.trim();
const inRoot = (element: Element, selector: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) as HTMLElement;
const inside = `<p>From the page</p><details part="list"><summary>List</summary><a href='https://signal.org/?a=%22'>Signal</a></details><details part="more"><summary>More</summary></details>`;
const prerendered = (attributes = '') =>
  `<kit-sample ${attributes}><template shadowrootmode="open" shadowrootclonable>${inside}</template></kit-sample>`;

describe('an element that is rendered by script', () => {
  it('says its words in English', async () => {
    const element = await fixture<KitSample>('<kit-sample name="Signal"></kit-sample>');
    expect(rootText(element)).toBe('Hello Signal, Goodbye');
    expect(element.matches(':state(rendered)')).toBe(true);
    expect(element.renders).toBe(1);
  });

  it('tells of clicks and disclosures in its root', async () => {
    const element = await fixture<KitSample>('<kit-sample></kit-sample>');
    inRoot(element, 'button').click();
    inRoot(element, 'details').toggleAttribute('open', true);
    await expect.poll(() => element.events).toEqual(['click button', 'toggle details']);
  });

  it('leaves to the page what happens in the children of the page', async () => {
    const element = await fixture<KitSample>(
      '<kit-sample><button>Mine</button><details><summary>Mine</summary></details></kit-sample>',
    );
    const details = element.querySelector('details') as HTMLDetailsElement;
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve));
    element.querySelector('button')?.click();
    details.open = true;
    await toggled;
    expect(element.events.filter((event) => !event.startsWith('slotchange'))).toEqual([]);
  });
});

describe('words', () => {
  registerStrings('de', { greeting: 'Hallo' });

  it('follow the language of the place, English where it has none', async () => {
    const element = await fixture(
      '<div lang="de-CH"><kit-sample name="Signal"></kit-sample></div>',
    );
    expect(rootText(element.firstElementChild as Element)).toBe('Hallo Signal, Goodbye');
  });

  it('follow the language across shadow roots', async () => {
    const host = await fixture(
      '<div lang="de"><div><template shadowrootmode="open"><p><kit-sample></kit-sample></p></template></div></div>',
    );
    const element = host.firstElementChild?.shadowRoot?.querySelector('kit-sample') as KitSample;
    expect(element.language).toBe('de');
  });

  it('follow the nearest language, not the outermost', async () => {
    registerStrings('fr', { greeting: 'Bonjour' });
    const host = await fixture(
      '<div lang="de"><div lang="fr"><kit-sample></kit-sample></div></div>',
    );
    expect((host.querySelector('kit-sample') as KitSample).language).toBe('fr');
  });

  it('follow a language that is set later', async () => {
    const element = await fixture<KitSample>('<kit-sample></kit-sample>');
    element.lang = 'de';
    await element.updateComplete;
    expect(rootText(element)).toContain('Hallo');
    element.removeAttribute('lang');
    await element.updateComplete;
    expect(rootText(element)).toContain('Hello');
  });

  it('follow a language that changes above, also across shadow roots', async () => {
    const host = await fixture(
      '<div><div><template shadowrootmode="open"><kit-sample></kit-sample></template></div><kit-sample></kit-sample></div>',
    );
    const elements = [
      host.firstElementChild?.shadowRoot?.querySelector('kit-sample'),
      host.querySelector('kit-sample'),
    ] as KitSample[];
    host.lang = 'de';
    for (const element of elements) {
      await expect.poll(() => rootText(element)).toContain('Hallo');
      expect(element.renders).toBe(2);
    }
  });

  it('follow a move to a place of another language', async () => {
    const host = await fixture('<div><kit-sample></kit-sample><div lang="de"></div></div>');
    const element = host.querySelector('kit-sample') as KitSample;
    (host.lastElementChild as Element).append(element);
    await expect.poll(() => rootText(element)).toContain('Hallo');
  });

  it('are rendered once for a change of its own language', async () => {
    const element = await fixture<KitSample>('<kit-sample></kit-sample>');
    element.lang = 'de';
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(element.renders).toBe(2);
  });

  it('and their dates are English where nobody speaks the language of the place', async () => {
    const element = await fixture<KitSample>('<kit-sample lang="it"></kit-sample>');
    expect(element.language).toBe('en');
  });

  it('of the element itself go before those of the language', async () => {
    const element = await fixture<KitSample>(
      html`<kit-sample lang="de" .strings=${{ greeting: 'Servus' }}></kit-sample>`,
    );
    expect(rootText(element)).toContain('Servus');
    element.strings = undefined;
    await element.updateComplete;
    expect(rootText(element)).toContain('Hallo');
  });

  it('that are none do not stand in for others', async () => {
    const element = await fixture<KitSample>(html`<kit-sample></kit-sample>`);
    for (const strings of [5, null, 'x', { greeting: 5 }, { greeting: null }, Symbol.iterator]) {
      element.strings = strings as never;
      await element.updateComplete;
      expect(rootText(element)).toContain('Hello');
    }
  });

  it.each(['toString', 'constructor', '__proto__', 'nowhere'])(
    'that are missing are the key itself: %s',
    async (key) => {
      const element = await fixture<KitSample>('<kit-sample></kit-sample>');
      expect(element.say(key)).toBe(key);
    },
  );
});

describe('a property that mirrors an attribute', () => {
  it('takes values of its type, and anything else as if it were not set', async () => {
    const element = await fixture<KitSample>(html`<kit-sample name="Ada"></kit-sample>`);
    for (const value of [5, {}, Symbol.iterator, null, () => 'x']) {
      element.name = 'Ada';
      element.name = value as never;
      expect(element.name).toBeUndefined();
      await element.updateComplete;
    }
    element.setAttribute('name', 'Bo');
    expect(element.name).toBe('Bo');
    element.removeAttribute('name');
    expect(element.name).toBeUndefined();
    element.open = { _$litDirective$: 'x', values: [] } as never;
    await element.updateComplete;
    expect(element.open).toBe(true);
  });
});

describe('an element whose root came with the page', () => {
  /** Upgrades an element of a page and tells what happens in its root. */
  async function upgrade(markup: string, meanwhile = (_element: KitSample) => {}) {
    const page = Document.parseHTMLUnsafe(markup);
    const parsed = page.querySelector('kit-sample') as KitSample;
    const mutations: MutationRecord[] = [];
    const observer = new MutationObserver((records) => mutations.push(...records));
    observer.observe(parsed.shadowRoot as ShadowRoot, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    const stage = await fixture('<div></div>');
    stage.append(parsed);
    meanwhile(parsed);
    await parsed.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { element: parsed, mutations };
  }

  it('keeps it as it stands', async () => {
    const { element, mutations } = await upgrade(prerendered('name="Signal" lang="de" open'));
    expect(mutations).toEqual([]);
    expect(element.renders).toBe(0);
    expect(element.matches(':state(adopted)')).toBe(true);
    expect(rootText(element)).toBe('From the page');
  });

  it('keeps it in a clone', async () => {
    const stage = await fixture(`<div><template>${prerendered()}</template></div>`);
    stage.append(
      document.importNode((stage.firstElementChild as HTMLTemplateElement).content, true),
    );
    const element = stage.querySelector('kit-sample') as KitSample;
    await element.updateComplete;
    expect(element.shadowRoot?.innerHTML).toBe(inside.replace(/'/g, '"'));
    expect(element.renders).toBe(0);
  });

  it('renders data that the page gives it at once', async () => {
    const { element } = await upgrade(prerendered(), (upgraded) => {
      upgraded.data = 'Briar';
    });
    expect(rootText(element)).toContain('Briar');
  });

  it('renders an attribute that changes at once', async () => {
    const { element } = await upgrade(prerendered('name="Signal"'), (upgraded) =>
      upgraded.setAttribute('name', 'Briar'),
    );
    expect(rootText(element)).toContain('Briar');
  });

  it.each<[string, (element: KitSample) => void]>([
    ['an attribute', (element) => element.setAttribute('name', 'Briar')],
    ['a property', (element) => (element.data = 'Briar')],
    ['the language', (element) => (element.lang = 'fr')],
    ['the words', (element) => (element.strings = { greeting: 'Hi' })],
  ])('renders once, with its styles, when %s changes later', async (_, change) => {
    const { element } = await upgrade(prerendered('name="Signal"'));
    change(element);
    await element.updateComplete;
    expect(element.renders).toBe(1);
    expect(rootText(element)).not.toBe('From the page');
    expect(element.shadowRoot?.querySelectorAll('p').length).toBe(1);
    expect(getComputedStyle(inRoot(element, 'p')).color).toBe('rgb(1, 2, 3)');
    expect(element.matches(':state(rendered)')).toBe(true);
    element.name = 'Session';
    await element.updateComplete;
    expect(element.renders).toBe(2);
  });

  it('opens and closes without being rendered', async () => {
    const { element, mutations } = await upgrade(prerendered());
    element.open = true;
    await element.updateComplete;
    expect(element.hasAttribute('open')).toBe(true);
    expect(inRoot(element, 'details').hasAttribute('open')).toBe(true);
    expect(mutations.map(({ attributeName }) => attributeName)).toEqual(['open']);
    expect(element.renders).toBe(0);
  });

  it('waits for what it renders from, and then renders even if nothing else changes', async () => {
    const { element } = await upgrade(prerendered('name="Signal"'));
    element.waits = true;
    element.name = 'Briar';
    await element.updateComplete;
    expect(rootText(element)).toBe('From the page');
    element.waits = false;
    element.requestUpdate();
    await element.updateComplete;
    expect(rootText(element)).toContain('Briar');
  });

  it('keeps open what is open', async () => {
    const { element } = await upgrade(prerendered());
    inRoot(element, '[part=more] summary').click();
    element.name = 'Briar';
    await element.updateComplete;
    expect(inRoot(element, '[part=more]').hasAttribute('open')).toBe(true);
    expect(inRoot(element, '[part=list]').hasAttribute('open')).toBe(false);
  });

  it.each(['[part=more] summary', 'a'])('keeps the focus on %s', async (selector) => {
    const { element } = await upgrade(prerendered());
    inRoot(element, '[part=list] summary').click();
    inRoot(element, selector).focus();
    const before = element.shadowRoot?.activeElement;
    element.name = 'Briar';
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).toBe(before);
    expect(element.shadowRoot?.activeElement).toBe(inRoot(element, selector));
  });

  it('takes no focus that it did not have, and scrolls nowhere', async () => {
    const { element } = await upgrade(prerendered());
    const space = document.createElement('div');
    space.style.blockSize = '3000px';
    element.after(space);
    inRoot(element, '[part=more] summary').focus();
    scrollTo(0, 2000);
    element.name = 'Briar';
    await element.updateComplete;
    expect(scrollY).toBeGreaterThan(1500);
    scrollTo(0, 0);
    inRoot(element, '[part=more] summary').blur();
    element.lang = 'de';
    await element.updateComplete;
    expect(document.activeElement).toBe(document.body);
  });

  it('works by keyboard as it stands', async () => {
    const { element } = await upgrade(prerendered());
    // An engine may answer that a key was pressed before the page has acted on it.
    await press('Tab');
    const summary = inRoot(element, '[part=list] summary');
    await expect.poll(() => element.shadowRoot?.activeElement).toBe(summary);
    await press('Enter');
    await expect.poll(() => inRoot(element, '[part=list]').hasAttribute('open')).toBe(true);
    await expect.poll(() => element.events).toContain('toggle details');
  });
});
