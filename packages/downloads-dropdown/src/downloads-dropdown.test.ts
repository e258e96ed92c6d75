import { fixture, fixture as shown, press, ways } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadsDropdown } from './downloads-dropdown.ts';
import './define.ts';
import './provide.ts';
import { signal } from './sample.test.data.ts';

const details = (dropdown: Element) =>
  dropdown.shadowRoot?.querySelector('details') as HTMLDetailsElement;
const part = (dropdown: Element, name: string) =>
  dropdown.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`) as HTMLElement;
const text = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim();
const lineOf = (dropdown: Element) =>
  [...part(dropdown, 'downloads-summary').children].map(text).join(' ');
const links = (dropdown: Element) => [...(dropdown.shadowRoot?.querySelectorAll('a') ?? [])];
const platforms = (dropdown: Element) =>
  [...(dropdown.shadowRoot?.querySelectorAll('li') ?? [])].map((item) => item.dataset['platform']);
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
const own = 'Your platform first, as your browser names it. Nothing was sent.';

const children = `
  <a data-platform="windows" href="https://signal.org/download/windows">Installer</a>
  <a data-platform="linux" href="https://signal.org/download/linux">Instructions</a>
  <a href="https://signal.org">Not a download</a>`;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(ways)('<downloads-dropdown>, %s', (how, fixture) => {
  it('is open alone among those of its name', async () => {
    const one = (attributes: string) =>
      `<downloads-dropdown ${attributes}><a data-platform="linux" href="/linux">File</a></downloads-dropdown>`;
    const stage = await fixture(
      `<div>${one('name="get"')}${one('name="get"')}${one('name="else"')}${one('')}</div>`,
    );
    const dropdowns = [...stage.querySelectorAll<DownloadsDropdown>('downloads-dropdown')];
    const [first, second, third, last] = dropdowns as [
      DownloadsDropdown,
      DownloadsDropdown,
      DownloadsDropdown,
      DownloadsDropdown,
    ];
    const open = () => dropdowns.map((each) => details(each).open && each.open);
    const heard: string[] = [];
    first.addEventListener('toggle', (event) => heard.push((event as ToggleEvent).newState));

    part(third, 'downloads-summary').click();
    part(last, 'downloads-summary').click();
    part(first, 'downloads-summary').focus();
    await press('Enter');
    await expect.poll(open).toEqual([true, false, true, true]);
    part(second, 'downloads-summary').focus();
    await press('Space');
    await expect.poll(open).toEqual([false, true, true, true]);
    await expect.poll(() => heard).toEqual(['open', 'closed']);
    first.open = true;
    await expect.poll(open).toEqual([true, false, true, true]);
  });

  it('names the language of words that are in another one than the page', async () => {
    const named = (dropdown: Element) =>
      [...(dropdown.shadowRoot?.querySelectorAll<HTMLElement>('[lang]') ?? [])].map(
        ({ lang, textContent }) => `${lang} ${textContent.trim()}`,
      );
    const list = [
      { platform: 'linux', url: 'https://signal.org/linux', label: 'Packages' },
      { platform: 'ios', url: 'https://signal.org/ios', label: 'Laden', lang: 'de' },
    ];
    const given = await fixture(
      html`<downloads-dropdown lang="de" platform="" .downloads=${list}></downloads-dropdown>`,
    );
    expect(named(given)).toEqual([]);
    given.lang = 'fr';
    await expect.poll(() => named(given)).toEqual(['de Laden']);
    const read = await fixture(
      `<downloads-dropdown lang="de" platform=""><a data-platform="linux" href="/linux">Pakete</a><a data-platform="ios" href="/ios" lang="fr">Magasin</a></downloads-dropdown>`,
    );
    expect(named(read)).toEqual(['fr Magasin']);
  });

  it.each(['x', 5, {}, [null], [{}]])('shows nothing where its downloads are %j', async (list) => {
    const dropdown = await fixture(
      html`<downloads-dropdown .downloads=${list as never}></downloads-dropdown>`,
    );
    expect(links(dropdown)).toEqual([]);
    expect(dropdown.matches(':state(empty)')).toBe(true);
  });

  it('leaves children that make no list in sight, and says so', async () => {
    const dropdown = await fixture(
      `<downloads-dropdown><a href="https://signal.org">Signal</a></downloads-dropdown>`,
    );
    expect(dropdown.querySelector('a')?.checkVisibility()).toBe(true);
    expect(dropdown.querySelector('a')?.getBoundingClientRect().width).toBeGreaterThan(0);
    expect(dropdown.matches(':state(empty)')).toBe(false);
    // The page's author is told once.
    if (how === ways[0]?.[0])
      expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('data-platform'));
  });

  it('does not call a platform the visitor’s own that the page has chosen', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown open platform="ios" .downloads=${signal}></downloads-dropdown>`,
    );
    expect(platforms(dropdown)[0]).toBe('ios');
    expect(text(dropdown.shadowRoot as never)).not.toContain(own);
  });

  it('says at a glance on what the program runs', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${signal}></downloads-dropdown>`,
    );
    expect(lineOf(dropdown)).toBe('Runs on Android, iOS, Windows, Linux Download');
    expect(details(dropdown).open).toBe(false);
  });

  it('says of each download the platform, the store and the host, stores of a platform together', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${signal}></downloads-dropdown>`,
    );
    expect(links(dropdown).map(text)).toEqual([
      'Android Google Play play.google.com',
      'Android APK file signal.org Updates itself',
      'Android GitHub github.com',
      'iOS App Store apps.apple.com',
      'Windows Installer signal.org',
      'Linux Instructions signal.org',
    ]);
    const note = links(dropdown)[1]?.lastElementChild as Element;
    details(dropdown).open = true;
    expect(note.getBoundingClientRect().height).toBeGreaterThan(10);
    expect(getComputedStyle(note).fontSize).toBe('14px');
    expect(dropdown.shadowRoot?.querySelector('[title]')).toBeNull();
    for (const link of links(dropdown)) expect(link.rel).toBe('noopener noreferrer');
    // The narrow column of a journal: no word has to break.
    dropdown.style.inlineSize = '12.5rem';
    for (const words of dropdown.shadowRoot?.querySelectorAll<HTMLElement>('.lead, .stores bdi') ??
      [])
      expect(words.offsetWidth, words.textContent).toBeGreaterThan(150);
  });

  it('takes its list from the links between its tags', async () => {
    const dropdown = await fixture(
      `<downloads-dropdown platform="">${children}</downloads-dropdown>`,
    );
    expect(links(dropdown).map(text)).toEqual([
      'Windows Installer signal.org',
      'Linux Instructions signal.org',
    ]);
  });

  it.each([
    [
      'the attributes of a link',
      '<a data-platform="linux" href="/heron.txt" download="heron" title="Beta" target="_blank" hreflang="de">File</a>',
      ['Linux File /heron.txt Beta', 'download=heron target=_blank hreflang=de'],
    ],
    [
      'a plain `download`',
      '<a data-platform="linux" href="/a" download>File</a>',
      ['Linux File /a', 'download='],
    ],
    [
      'a picture',
      '<a data-platform="linux" href="/a"><img alt="Flathub"></a>',
      ['Linux Flathub /a', ''],
    ],
    [
      'a label',
      '<a data-platform="linux" href="/a" aria-label="Snap"><svg></svg></a>',
      ['Linux Snap /a', ''],
    ],
    ['a hint alone', '<a data-platform="linux" href="/a" title="Snap"></a>', ['Linux Snap /a', '']],
    [
      'nothing that is not in sight',
      '<a data-platform="linux" href="/a"><style>.x{}</style>Deb<span hidden> secret</span><i aria-hidden="true">↓</i></a><a hidden data-platform="ios" href="/b">x</a>',
      ['Linux Deb /a', ''],
    ],
    [
      'a platform however it is written',
      '<a data-platform="Linux" href="/a">A</a><a data-platform=" linux" href="/b">B</a>',
      ['Linux A /a', '', 'Linux B /b', ''],
    ],
  ])('reads of its links %s', async (_, markup, rows) => {
    const dropdown = await fixture(
      `<downloads-dropdown platform="LINUX">${markup}</downloads-dropdown>`,
    );
    const kept = ['download', 'target', 'hreflang'];
    const said = links(dropdown).flatMap((link) => [
      text(link),
      kept
        .filter((name) => link.hasAttribute(name))
        .map((name) => `${name}=${link.getAttribute(name)}`)
        .join(' '),
    ]);
    expect(said).toEqual(rows);
    expect(lineOf(dropdown)).toBe('Runs on Linux Download');
    expect(new Set(platforms(dropdown))).toEqual(new Set(['linux']));
    expect(dropdown.shadowRoot?.querySelectorAll('.own')).toHaveLength(rows.length / 2);
  });

  it('tells the author of the page what is not in the list', async () => {
    await fixture(`<downloads-dropdown>
      ${children.replace('Not a', `Not ${how}, a`)}
      <a data-platform="linux">no address ${how}</a><p>words ${how}</p><a data-platform="" href="/a">no platform ${how}</a>
      <ul><li><a data-platform="web" href="/">listed</a></ul><style></style><p hidden>secret</p>
    </downloads-dropdown>`);
    const told = vi.mocked(console.warn).mock.calls.map(([words]) => String(words));
    for (const lost of [
      `<a>Not ${how}, a`,
      `<a>no address ${how}`,
      `<p>words ${how}`,
      `<a>no platform ${how}`,
    ])
      expect(told.filter((words) => words.includes(lost)).length, lost).toBe(1);
    expect(told.filter((words) => /listed|style|secret/.test(words))).toEqual([]);
  });

  it('follows the links between its tags', async () => {
    const dropdown = await fixture(
      `<downloads-dropdown platform="">${children}</downloads-dropdown>`,
    );
    dropdown.querySelector('a')?.remove();
    await expect.poll(() => platforms(dropdown)).toEqual(['linux']);
    dropdown.insertAdjacentHTML(
      'beforeend',
      '<a data-platform="web" href="https://app.example">Open</a>',
    );
    await expect.poll(() => platforms(dropdown)).toEqual(['linux', 'web']);
    dropdown.querySelector('a')?.setAttribute('href', 'https://signal.org/other');
    await expect.poll(() => links(dropdown)[0]?.href).toBe('https://signal.org/other');
    (dropdown.querySelector('a') as HTMLElement).textContent = 'Packages';
    await expect.poll(() => text(links(dropdown)[0])).toContain('Packages');
  });

  it('follows them when it was moved to another place', async () => {
    const dropdown = await fixture(
      `<downloads-dropdown platform="">${children}</downloads-dropdown>`,
    );
    const place = document.createElement('div');
    dropdown.parentElement?.append(place);
    place.append(dropdown);
    dropdown.querySelector('a')?.remove();
    await expect.poll(() => platforms(dropdown)).toEqual(['linux']);
  });

  it('shows nothing and says so where an empty property goes before its children', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown .downloads=${[]}><a data-platform="linux" href="/a">x</a></downloads-dropdown>`,
    );
    await dropdown.updateComplete;
    expect(dropdown.innerText.trim()).toBe('');
    expect(dropdown.querySelector('a')?.checkVisibility()).toBe(false);
    expect(dropdown.matches(':state(empty)')).toBe(true);
  });

  it('puts its property before its children', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${signal.slice(0, 1)}><a data-platform="linux" href="https://signal.org">x</a></downloads-dropdown>`,
    );
    expect(platforms(dropdown)).toEqual(['android']);
  });

  it('puts the platform first that the browser names, and says why', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown .downloads=${signal}></downloads-dropdown>`,
    );
    expect(navigator.userAgent).toContain('Linux');
    part(dropdown, 'downloads-summary').click();
    await expect
      .poll(() => platforms(dropdown))
      .toEqual(['linux', 'android', 'android', 'android', 'ios', 'windows']);
    expect([...(dropdown.shadowRoot?.querySelectorAll('.own') ?? [])].map(text)).toEqual([
      'Linux Instructions signal.org',
    ]);
    expect(text(details(dropdown))).toContain(own);
    expect(text(part(dropdown, 'downloads-summary'))).toContain('Android, iOS, Windows, Linux');
  });

  it('puts the platform first that the page names', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown platform="ios" .downloads=${signal}></downloads-dropdown>`,
    );
    expect(platforms(dropdown)[0]).toBe('ios');
    dropdown.platform = 'android';
    await dropdown.updateComplete;
    expect(platforms(dropdown).slice(0, 4)).toEqual(['android', 'android', 'android', 'ios']);
    expect(dropdown.shadowRoot?.querySelectorAll('.own')).toHaveLength(3);
  });

  it('keeps the order and says nothing of it where the platform has no download', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="web" .downloads=${signal}></downloads-dropdown>`,
    );
    expect(platforms(dropdown)[0]).toBe('android');
    expect(text(details(dropdown))).not.toContain('Your platform');
    expect(dropdown.shadowRoot?.querySelector('.own')).toBeNull();
  });

  it('drops links that are not https, and says so', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${[
        { platform: 'linux', label: 'Good', url: 'https://signal.org' },
        { platform: 'linux', label: 'Plain', url: `http://signal.org/${how}` },
        { platform: 'windows', label: 'Script', url: 'javascript:alert(1)' },
      ]}></downloads-dropdown>`,
    );
    expect(links(dropdown).map(text)).toEqual(['Linux Good signal.org']);
    expect(lineOf(dropdown)).toBe('Runs on Linux Download');
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining(how));
  });

  it.each([
    'constructor',
    '__proto__',
    '"><img src=x onerror=alert(1)>',
    'own',
    'download',
    'BeOS',
  ])('stands a platform named %j', async (platform) => {
    const dropdown = await fixture(
      html`<downloads-dropdown .downloads=${[{ platform, label: '<b>x</b>', url: 'https://signal.org' }]}></downloads-dropdown>`,
    );
    expect(text(links(dropdown)[0])).toBe(`${platform} <b>x</b> signal.org`);
    expect(lineOf(dropdown)).toBe(`Runs on ${platform} Download`);
    expect(dropdown.shadowRoot?.querySelector('img')).toBeNull();
  });

  it.each<[string, () => Promise<Element>]>([
    ['nothing', () => fixture('<downloads-dropdown></downloads-dropdown>')],
    [
      'an empty list',
      () => fixture(html`<downloads-dropdown .downloads=${[]}></downloads-dropdown>`),
    ],
    [
      'no link that may stand',
      () =>
        fixture(
          html`<downloads-dropdown .downloads=${[
            { platform: 'linux', label: 'x', url: 'http://signal.org' },
            { platform: ' ', label: 'x', url: 'https://signal.org' },
          ]}></downloads-dropdown>`,
        ),
    ],
  ])('is empty where it has %s', async (_, make) => {
    const dropdown = await make();
    expect(dropdown.matches(':state(empty)')).toBe(true);
    expect(details(dropdown)).toBeNull();
  });

  it('is empty no more once it has a link', async () => {
    const dropdown = await fixture<DownloadsDropdown>('<downloads-dropdown></downloads-dropdown>');
    dropdown.downloads = signal;
    await dropdown.updateComplete;
    expect(dropdown.matches(':state(empty)')).toBe(false);
    expect(links(dropdown)).toHaveLength(6);
  });

  it('says the words of its label on the button', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown label="Get Signal" .downloads=${signal}></downloads-dropdown>`,
    );
    expect(text(part(dropdown, 'button'))).toBe('Get Signal');
    dropdown.setAttribute('label', '');
    await expect.poll(() => text(part(dropdown, 'button'))).toBe('Download');
  });

  it('tells of a click with the middle button, and not of one with the right', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${signal}></downloads-dropdown>`,
    );
    const heard = vi.fn();
    dropdown.addEventListener('download-follow', heard);
    for (const button of [1, 2])
      links(dropdown)[0]?.dispatchEvent(
        new MouseEvent('auxclick', { button, bubbles: true, composed: true }),
      );
    expect(heard).toHaveBeenCalledOnce();
  });

  it('opens for print where styles cannot open it, and tells nobody', async () => {
    const supports = CSS.supports.bind(CSS);
    vi.spyOn(CSS, 'supports').mockImplementation(
      (...words: [string, string?]) =>
        !words[0].includes('details-content') && supports(...(words as [string])),
    );
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown name="get" .downloads=${signal}></downloads-dropdown>`,
    );
    const other = await shown<DownloadsDropdown>(
      html`<downloads-dropdown name="get" open .downloads=${signal}></downloads-dropdown>`,
    );
    const before = platforms(dropdown);
    const heard = vi.fn();
    await settled();
    dropdown.addEventListener('toggle', heard);
    other.addEventListener('toggle', heard);
    for (const pause of [settled, () => undefined]) {
      dispatchEvent(new Event('beforeprint'));
      expect(details(dropdown).open).toBe(true);
      await pause();
      expect(dropdown.open).toBeFalsy();
      expect(dropdown.hasAttribute('open')).toBe(false);
      expect(platforms(dropdown)).toEqual(before);
      dispatchEvent(new Event('afterprint'));
      expect([details(dropdown).open, details(other).open]).toEqual([false, true]);
      await settled();
    }
    expect(heard).not.toHaveBeenCalled();
    part(dropdown, 'downloads-summary').click();
    await expect.poll(() => dropdown.open).toBe(true);
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
    expect(details(dropdown).open).toBe(true);
    dropdown.remove();
    details(dropdown).open = false;
    dispatchEvent(new Event('beforeprint'));
    expect(details(dropdown).open).toBe(false);
  });

  it('tells which download was followed, through every shadow root', async () => {
    const outer = await fixture('<div><template shadowrootmode="open"><p></p></template></div>');
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${signal}></downloads-dropdown>`,
    );
    outer.shadowRoot?.querySelector('p')?.append(dropdown);
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener('download-follow', heard);
    dropdown.addEventListener('click', (event) => event.preventDefault());
    links(dropdown)[1]?.querySelector('span')?.click();
    document.removeEventListener('download-follow', heard);
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({
      platform: 'android',
      url: 'https://www.signal.org/android/apk',
      label: 'APK file',
      bubbles: true,
      composed: true,
    });
  });

  it('tells nothing of clicks elsewhere', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown .downloads=${signal}></downloads-dropdown>`,
    );
    const heard = vi.fn();
    dropdown.addEventListener('download-follow', heard);
    part(dropdown, 'downloads-summary').click();
    (dropdown.shadowRoot?.querySelector('.panel') as HTMLElement).click();
    expect(heard).not.toHaveBeenCalled();
  });

  it('is worked by keyboard, from the button to the last link', async () => {
    const dropdown = await fixture(
      html`<downloads-dropdown platform="" .downloads=${signal.slice(0, 2)}></downloads-dropdown>`,
    );
    const heard = vi.fn();
    dropdown.addEventListener('download-follow', heard);
    dropdown.shadowRoot
      ?.querySelector('ul')
      ?.addEventListener('click', (event) => event.preventDefault());
    await press('Tab');
    expect(dropdown.shadowRoot?.activeElement).toBe(part(dropdown, 'downloads-summary'));
    await press('Enter', 'Tab');
    expect(details(dropdown).open).toBe(true);
    expect(dropdown.shadowRoot?.activeElement).toBe(links(dropdown)[0]);
    await press('Enter');
    expect(heard).toHaveBeenCalledOnce();
    await press('Tab');
    expect(dropdown.shadowRoot?.activeElement).toBe(links(dropdown)[1]);
    await press('Shift+Tab', 'Shift+Tab', 'Space');
    expect(details(dropdown).open).toBe(false);
  });

  it('reflects in `open` what the reader does, and the other way round', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown open .downloads=${signal}></downloads-dropdown>`,
    );
    expect(details(dropdown).open).toBe(true);
    part(dropdown, 'downloads-summary').click();
    await expect.poll(() => dropdown.hasAttribute('open')).toBe(false);
    dropdown.open = true;
    await dropdown.updateComplete;
    expect(details(dropdown).open).toBe(true);
  });

  it('tells with `toggle` that it opens, to those who listen to itself alone', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown .downloads=${signal}></downloads-dropdown>`,
    );
    const heard = vi.fn<(event: Event) => void>();
    const above = vi.fn();
    dropdown.addEventListener('toggle', heard);
    dropdown.parentElement?.addEventListener('toggle', above);
    part(dropdown, 'downloads-summary').click();
    await expect.poll(() => heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({
      oldState: 'closed',
      newState: 'open',
      bubbles: false,
    });
    expect(heard.mock.calls[0]?.[0]).toBeInstanceOf(ToggleEvent);
    expect(above).not.toHaveBeenCalled();
  });

  it('follows the language of its place, words of its own and its label', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      html`<downloads-dropdown platform="" .downloads=${signal}></downloads-dropdown>`,
    );
    dropdown.lang = 'de';
    await dropdown.updateComplete;
    expect(lineOf(dropdown)).toBe('Läuft auf Android, iOS, Windows und Linux Herunterladen');
    dropdown.strings = { 'runs-on': 'Geht auf' };
    dropdown.label = 'Holen';
    await dropdown.updateComplete;
    expect(lineOf(dropdown)).toBe('Geht auf Android, iOS, Windows und Linux Holen');
  });
});

describe('<downloads-dropdown>', () => {
  it('stands ten thousand downloads for as many platforms', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      platform: `p${index}`,
      label: 'x',
      url: `https://example.org/${index}`,
    }));
    const dropdown = await fixture(
      html`<downloads-dropdown .downloads=${many}></downloads-dropdown>`,
    );
    expect(links(dropdown)).toHaveLength(10_000);
  });
});

describe('<downloads-dropdown> whose root came with the page', () => {
  const item = (platform: string) =>
    `<li data-platform="${platform}"><a href="https://signal.org/${platform}"><span>${platform}</span> <span>File</span> <bdi>signal.org</bdi></a></li>`;
  const root = (...ids: string[]) =>
    `<details class="downloads" part="downloads"><summary part="downloads-summary">Runs on</summary><div class="panel"><ul class="stores">${ids.map(item).join('')}</ul></div></details>`;
  const markup = (inside: string, attributes = '', light = children) =>
    `<downloads-dropdown ${attributes}><template shadowrootmode="open">${inside}</template>${light}</downloads-dropdown>`;

  it('keeps it as it stands', async () => {
    const dropdown = await fixture(markup(root('windows', 'linux')));
    expect(dropdown.shadowRoot?.innerHTML).toBe(root('windows', 'linux'));
    expect(dropdown.matches(':state(empty)')).toBe(false);
  });

  it('moves the own platform up on the first opening, inside the list alone', async () => {
    const dropdown = await fixture<DownloadsDropdown>(
      markup(root('windows', 'linux', 'android', 'linux')),
    );
    const panel = dropdown.shadowRoot?.querySelector('.panel') as Element;
    part(dropdown, 'downloads-summary').click();
    await expect.poll(() => platforms(dropdown)).toEqual(['linux', 'linux', 'windows', 'android']);
    expect(dropdown.shadowRoot?.querySelectorAll('.own')).toHaveLength(2);
    expect(text(panel.lastElementChild)).toBe(own);
    expect(text(part(dropdown, 'downloads-summary'))).toBe('Runs on');
    expect(dropdown.open).toBe(true);
    part(dropdown, 'downloads-summary').click();
    await expect.poll(() => dropdown.open).toBe(false);
    part(dropdown, 'downloads-summary').click();
    await expect.poll(() => dropdown.open).toBe(true);
    expect(panel.children).toHaveLength(2);
  });

  it('moves nothing where the page names no platform, or one without downloads', async () => {
    for (const platform of ['', 'web']) {
      const dropdown = await fixture<DownloadsDropdown>(
        markup(root('windows', 'linux'), `platform="${platform}"`),
      );
      part(dropdown, 'downloads-summary').click();
      await expect.poll(() => dropdown.open).toBe(true);
      expect(platforms(dropdown)).toEqual(['windows', 'linux']);
      expect(dropdown.shadowRoot?.querySelector('.fine')).toBeNull();
    }
  });

  it('tells which download was followed', async () => {
    const dropdown = await fixture(markup(root('windows')));
    const heard = vi.fn<(event: Event) => void>();
    dropdown.addEventListener('download-follow', heard);
    dropdown.addEventListener('click', (event) => event.preventDefault());
    links(dropdown)[0]?.click();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({
      platform: 'windows',
      url: 'https://signal.org/windows',
      label: 'File',
    });
  });

  it('renders its children once they change, and stays open', async () => {
    const dropdown = await fixture(markup(root('windows', 'linux'), 'platform=""'));
    details(dropdown).open = true;
    dropdown.querySelector('a')?.remove();
    await expect.poll(() => links(dropdown).map(text)).toEqual(['Linux Instructions signal.org']);
    expect(details(dropdown).open).toBe(true);
  });

  it('keeps its root where it has nothing to render from', async () => {
    const dropdown = await fixture<DownloadsDropdown>(markup(root('windows'), '', ''));
    dropdown.lang = 'de';
    await dropdown.updateComplete;
    expect(dropdown.shadowRoot?.innerHTML).toBe(root('windows'));
  });
});
