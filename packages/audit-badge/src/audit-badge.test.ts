import { fixture, press, ways } from '@sealmark/tooling/testing';
import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AuditBadge } from './audit-badge.ts';
import './define.ts';
import './provide.ts';
import { audit, signal, whole } from './sample.test.data.ts';

const part = (badge: Element, name: string) =>
  badge.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`) as HTMLElement;
const text = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim();
const glyph = (badge: Element) => badge.shadowRoot?.querySelector('.glyph')?.className;
const details = (badge: Element) => part(badge, 'audits') as HTMLDetailsElement;

/** What four lists come to in other languages, and what is said of one audit. */
const inLanguages: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Server auditiert 2016 und 2022',
    'Protokoll auditiert Jahr nicht angegeben, kein Audit der App bekannt',
    'Eine Abhängigkeit getestet 2024 nicht die App selbst',
    'Auditiert 2022 Umfang nicht angegeben',
    'Aug. 2024. Von Kiln und Reed, Inc. Betrifft Tor, worauf die App aufbaut. Umfasst: die Web-App, the desktop app und die Infrastruktur. Ohne: the old protocol und die Bibliotheken. Auftraggeber: the Open Fund. Nothing was found. Korrekturen, kiln.example',
  ],
  es: [
    'Servidor: auditoría 2016 y 2022',
    'Protocolo: auditoría año no indicado, sin auditoría conocida de la aplicación',
    'Una dependencia: prueba 2024 no la propia aplicación',
    'Auditoría 2022 alcance no indicado',
    'ago 2024. Por Kiln y Reed, Inc. Trata de Tor, en el que se basa. Abarca: la aplicación web, the desktop app y la infraestructura. No abarca: the old protocol y las bibliotecas. Por encargo de: the Open Fund. Nothing was found. Correcciones, kiln.example',
  ],
  fr: [
    'Serveur : audit 2016, 2022',
    'Protocole : audit année non indiquée, aucun audit connu de l’application',
    'Une dépendance : test 2024 pas l’application elle-même',
    'Audit 2022 périmètre non indiqué',
    'août 2024. Par Kiln et Reed, Inc. Concerne Tor, dont l’application dépend. Porte sur : l’application web, the desktop app et l’infrastructure. Ne porte pas sur : the old protocol et les bibliothèques. Commanditaire : the Open Fund. Nothing was found. Corrections, kiln.example',
  ],
  ru: [
    'Сервер: аудит 2016, 2022',
    'Протокол: аудит год не указан, аудит приложения неизвестен',
    'Зависимость: тест на проникновение 2024 не само приложение',
    'Аудит 2022 объём не указан',
    'авг. 2024 г. Исполнитель: Kiln и Reed, Inc. Относится к Tor, на котором построено приложение. Охватывает: веб-приложение, the desktop app и инфраструктура. Не охватывает: the old protocol и библиотеки. Заказчик: the Open Fund. Nothing was found. Исправления, kiln.example',
  ],
  'zh-Hans': [
    '服务器审计 2016、2022',
    '协议审计 年份不明，未见对应用的审计',
    '依赖项渗透测试 2024 并非应用本身',
    '审计 2022 范围不明',
    '2024年8月。审计方：Kiln和Reed, Inc.。针对它所依赖的 Tor。范围：网页版应用、the desktop app和基础设施。未包括：the old protocol和代码库。委托方：the Open Fund。Nothing was found. 修复，kiln.example',
  ],
  ar: [
    'الخادم: تدقيق 2016 و2022',
    'البروتوكول: تدقيق السنة غير مذكورة، لا يُعرف تدقيق للتطبيق',
    'مكوّن يعتمد عليه: اختبار 2024 ليس التطبيق نفسه',
    'تدقيق 2022 النطاق غير مذكور',
    'أغسطس 2024. أجراه: Kiln وReed, Inc. يتعلق بـ Tor الذي يقوم عليه. يشمل: تطبيق الويب وthe desktop app والبنية التحتية. لا يشمل: the old protocol والمكتبات البرمجية. بتكليف من: the Open Fund. Nothing was found. الإصلاحات، kiln.example',
  ],
  fa: [
    'سرور: ممیزی 2016،\u200f 2022',
    'پروتکل: ممیزی سال ذکر نشده، ممیزی برنامه شناخته نشده',
    'یک وابستگی: آزمون نفوذ 2024 نه خود برنامه',
    'ممیزی 2022 دامنه ذکر نشده',
    'اوت 2024. ممیز: Kiln و Reed, Inc. دربارهٔ Tor که بر آن تکیه دارد. شامل: برنامهٔ وب،\u200f the desktop app، و زیرساخت. بدون: the old protocol و کتابخانه‌ها. به سفارش the Open Fund. Nothing was found. اصلاح‌ها، kiln.example',
  ],
};

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe.each(ways)('<audit-badge>, %s', (how, fixture) => {
  it.each(['x', 5, {}, [null], [{}], [{ title: 'x' }]])(
    'says that none is known where its audits are %j',
    async (audits) => {
      const badge = await fixture(html`<audit-badge .audits=${audits as never}></audit-badge>`);
      expect(text(part(badge, 'audits'))).toBe('No audit known');
    },
  );

  it('calls a part by its own word, takes no date for what is none, and shows no link that may not be', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const badge = await fixture(
      html`<audit-badge open date="nonsense" scope="app" href="javascript:alert(2)"></audit-badge>`,
    );
    expect(text(part(badge, 'audits-summary'))).toBe('app audited year not stated');
    expect(text(badge.shadowRoot?.querySelector('li'))).toBe(
      'year not stated – Audit Auditor not stated. Covers app.',
    );
  });

  it('says what was read and when before anything is opened', async () => {
    const badge = await fixture(html`<audit-badge .audits=${signal}></audit-badge>`);
    expect(text(part(badge, 'audits-summary'))).toBe(
      'Protocol analyzed 2016, 2024 no app audit known',
    );
    expect(glyph(badge)).toBe('glyph open');
    expect(details(badge).open).toBe(false);
    expect(badge.matches(':state(none)')).toBe(false);
  });

  it('tells of every audit who did it, what was covered, left out, paid and found', async () => {
    const badge = await fixture<AuditBadge>(
      html`<audit-badge open .audits=${signal}></audit-badge>`,
    );
    const items = [...(badge.shadowRoot?.querySelectorAll('li') ?? [])];
    expect(items).toHaveLength(2);
    expect(text(items[0])).toContain(
      '2024 Proof of the PQXDH key agreement Aug 2024. By Inria and Cryspen. Covers key agreement.',
    );
    expect(text(items[1])).toContain(
      '2016 Five researchers on the Signal protocol By Katriel Cohn-Gordon and Cas Cremers. Covers the protocol. Leaves out the apps and servers. Commissioned by nobody and the Open Fund. No major flaw was found.',
    );
    expect(items[1]?.querySelector('time')?.textContent).toBe('2016');
    const report = items[1]?.querySelector('a');
    expect(text(report)).toBe('Report, eprint.iacr.org');
    expect(report?.href).toBe('https://eprint.iacr.org/2016/1013.pdf');
    expect(report?.rel).toBe('noopener noreferrer');
  });

  it('names the auditor of every audit', async () => {
    const badge = await fixture(
      html`<audit-badge open .audits=${[
        audit({ title: 'Security review', auditors: ['NCC Group', 'Cure53'], date: '2020' }),
        audit({ title: 'Cure53', auditors: ['Cure53'], date: '2017' }),
      ]}></audit-badge>`,
    );
    const items = [...(badge.shadowRoot?.querySelectorAll('li') ?? [])].map(text);
    expect(items[0]).toContain('By NCC Group and Cure53.');
    expect(items[1]?.match(/Cure53/g)).toHaveLength(1);
  });

  it('names apps by platform', async () => {
    const badge = await fixture(
      html`<audit-badge open .audits=${[
        audit({
          date: '2021',
          scope: [
            { part: 'client', platform: 'android' },
            { part: 'client', platform: 'ios' },
          ],
        }),
      ]}></audit-badge>`,
    );
    expect(text(badge.shadowRoot?.querySelector('li'))).toContain(
      'Covers the app for Android and the app for iOS.',
    );
  });

  it.each([
    ['2022', undefined],
    ['2021', '5'],
    ['2021-12', undefined],
    ['2021-11', '5'],
    ['2021-12-30', undefined],
    ['2021-11-26', undefined],
    ['2021-11-25', '5'],
    ['2016-12-30', '9'],
    ['2019-01/2021-12', undefined],
    ['2019-12/2021', '5'],
  ])('says in November 2026 that an audit of %s is %s years old', async (date, years) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25') });
    const badge = await fixture(
      html`<audit-badge open .audits=${[audit({ date })]}></audit-badge>`,
    );
    const item = badge.shadowRoot?.querySelector('li');
    expect(/(\d+) years old\.$/.exec(text(item) ?? '')?.[1]).toBe(years);
    expect(item?.className).toBe(years ? 'old' : '');
  });

  it('says how old an audit is of which it says nothing else', async () => {
    const badge = await fixture(
      html`<audit-badge open .audits=${[audit({ date: '2001', scope: [], auditors: ['A'] })]}></audit-badge>`,
    );
    expect(text(badge.shadowRoot?.querySelector('li'))).toMatch(
      /^2001 A reading \d\d years old\.$/,
    );
  });

  it('leaves out what is not stated', async () => {
    const badge = await fixture(
      html`<audit-badge open .audits=${[audit({ scope: [] })]}></audit-badge>`,
    );
    expect(text(badge.shadowRoot?.querySelector('li'))).toBe(
      'year not stated – A reading Auditor not stated.',
    );
  });

  it('says that no year is stated, in sight with a dash', async () => {
    const badge = await fixture(html`<audit-badge open .audits=${[audit()]}></audit-badge>`);
    expect(text(badge.shadowRoot?.querySelector('.year'))).toBe('year not stated –');
    expect(badge.shadowRoot?.querySelector('time')).toBeNull();
  });

  it('has nothing to open where no audit is known', async () => {
    const badge = await fixture<AuditBadge>(
      html`<audit-badge looked="2022-09-16" .audits=${[]}></audit-badge>`,
    );
    expect(text(part(badge, 'audits'))).toBe('No audit known looked Sep 2022');
    expect(glyph(badge)).toBe('glyph unknown');
    expect(badge.shadowRoot?.querySelector('details, summary')).toBeNull();
    expect(badge.matches(':state(none)')).toBe(true);
  });

  it('follows its audits', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge></audit-badge>`);
    expect(text(part(badge, 'audits'))).toBe('No audit known');
    badge.audits = signal;
    await badge.updateComplete;
    expect(badge.matches(':state(none)')).toBe(false);
    badge.audits = [];
    await badge.updateComplete;
    expect(badge.matches(':state(none)')).toBe(true);
  });

  it('reads a single audit from its attributes', async () => {
    const badge = await fixture(
      '<audit-badge open date="2017-05" auditor="Cure53, Quarkslab" scope="library" href="https://briarproject.org/r.pdf"></audit-badge>',
    );
    expect(text(part(badge, 'audits-summary'))).toBe('Library audited 2017 apps not covered');
    const item = badge.shadowRoot?.querySelector('li');
    expect(text(item)).toContain('2017 Cure53, Quarkslab May 2017. Covers libraries.');
    expect(item?.querySelector('a')?.href).toBe('https://briarproject.org/r.pdf');
  });

  it('keeps the mark beside the first line of words that wrap', async () => {
    const list = ['2018', '2019', '2020', '2021', '2022'].map((date) => audit({ date }));
    const badge = await fixture<AuditBadge>(
      html`<audit-badge style="inline-size: 12rem" .audits=${list}></audit-badge>`,
    );
    const [mark, words] = ['.glyph', 'b'].map((place) =>
      badge.shadowRoot?.querySelector(place)?.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect(words.height).toBeGreaterThan(40);
    expect(mark.top).toBeGreaterThan(words.top);
    expect(mark.bottom).toBeLessThan(words.top + 24);
    expect(mark.right).toBeLessThan(words.left);
  });

  it('takes the app for what was read where no scope is stated', async () => {
    const badge = await fixture('<audit-badge date="2017" auditor="Cure53"></audit-badge>');
    expect(text(part(badge, 'audits-summary'))).toBe('App audited 2017 Cure53');
    expect(glyph(badge)).toBe('glyph full');
  });

  it('follows its attributes', async () => {
    const badge = await fixture<AuditBadge>(
      '<audit-badge date="2017" auditor="Cure53"></audit-badge>',
    );
    badge.setAttribute('date', '2021');
    await badge.updateComplete;
    expect(text(part(badge, 'audits-summary'))).toContain('2021');
  });

  it('says that no scope is stated where that of its attributes is empty', async () => {
    const badge = await fixture('<audit-badge open date="2017" scope=""></audit-badge>');
    expect(text(part(badge, 'audits-summary'))).toBe('Audited 2017 scope not stated');
    expect(text(badge.shadowRoot?.querySelector('li'))).toMatch(/^2017 Audit Auditor not stated. /);
  });

  it.each([
    ['yesterday evening', 'No audit known'],
    ['2022-09-16T10:00', 'No audit known'],
    ['2022', 'No audit known looked 2022'],
  ])('takes “%s” for the day on which none was found only where it is one', async (day, words) => {
    const badge = await fixture(html`<audit-badge looked=${day}></audit-badge>`);
    expect(text(part(badge, 'audits'))).toBe(words);
  });

  it('drops a report that is not https', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const badge = await fixture(
      `<audit-badge open date="2017" href="javascript:alert('${how}')"></audit-badge>`,
    );
    expect(badge.shadowRoot?.querySelector('a')).toBeNull();
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining(how));
  });

  it('says the words between its tags in place of its own', async () => {
    const badge = await fixture<AuditBadge>(
      '<audit-badge date="2017"><em>Read by Cure53</em></audit-badge>',
    );
    const slot = badge.shadowRoot?.querySelector('slot');
    expect(text(slot?.assignedElements()[0])).toBe('Read by Cure53');
    expect(text(part(badge, 'audits-summary'))).not.toContain('App audited');
    badge.textContent = '';
    await expect.poll(() => text(part(badge, 'audits-summary'))).toBe('App audited 2017');
  });

  it('takes a picture for words', async () => {
    const badge = await fixture(
      '<audit-badge date="2017"><img alt="Read by Cure53"></audit-badge>',
    );
    const slot = badge.shadowRoot?.querySelector('slot');
    expect(slot?.assignedElements()).toEqual([badge.firstElementChild]);
  });

  it('is a summary that a reader can work by keyboard', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge .audits=${signal}></audit-badge>`);
    await press('Tab');
    expect(badge.shadowRoot?.activeElement).toBe(part(badge, 'audits-summary'));
    await press('Enter');
    expect(details(badge).open).toBe(true);
    await press('Tab');
    expect((badge.shadowRoot?.activeElement as HTMLAnchorElement).href).toBe(
      'https://eprint.iacr.org/2024/702',
    );
    await press('Shift+Tab', 'Space');
    expect(details(badge).open).toBe(false);
  });

  it('reflects in `open` what the reader does, and the other way round', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge .audits=${signal}></audit-badge>`);
    part(badge, 'audits-summary').click();
    await expect.poll(() => badge.hasAttribute('open')).toBe(true);
    badge.open = false;
    await badge.updateComplete;
    expect(details(badge).open).toBe(false);
    badge.setAttribute('open', '');
    await badge.updateComplete;
    expect(details(badge).open).toBe(true);
  });

  it('tells with `toggle` that it opens and closes, to those who listen to itself alone', async () => {
    const badge = await fixture<AuditBadge>(html`<audit-badge .audits=${signal}></audit-badge>`);
    const heard: unknown[] = [];
    badge.addEventListener('toggle', (event) => {
      const { oldState, newState, bubbles } = event as ToggleEvent;
      heard.push([event instanceof ToggleEvent, oldState, newState, bubbles]);
    });
    const above = vi.fn();
    badge.parentElement?.addEventListener('toggle', above);
    part(badge, 'audits-summary').click();
    await expect.poll(() => heard).toEqual([[true, 'closed', 'open', false]]);
    part(badge, 'audits-summary').click();
    await expect.poll(() => heard).toHaveLength(2);
    expect(heard[1]).toEqual([true, 'open', 'closed', false]);
    expect(above).not.toHaveBeenCalled();
  });

  it('speaks the language of its place', async () => {
    const badge = await fixture<AuditBadge>(
      html`<audit-badge .audits=${[]} .strings=${{ 'no-audit': 'Keine Prüfung bekannt', looked: 'gesucht {date}' }} looked="2022-09-16" lang="de"></audit-badge>`,
    );
    expect(text(part(badge, 'audits'))).toBe('Keine Prüfung bekannt gesucht Sept. 2022');
  });

  it('follows the language of its place, and words of its own', async () => {
    const badge = await fixture<AuditBadge>(
      html`<audit-badge looked="2022-09-16" .audits=${[]}></audit-badge>`,
    );
    badge.lang = 'de';
    await badge.updateComplete;
    expect(text(part(badge, 'audits'))).toBe('Kein Audit bekannt gesucht Sept. 2022');
    badge.strings = { 'no-audit': 'Nichts' };
    await badge.updateComplete;
    expect(text(part(badge, 'audits'))).toContain('Nichts');
  });

  it('names the language of what an audit says in another one than the page, and of no word of ours', async () => {
    const german = audit({ lang: 'de', title: 'Quelltext', auditors: ['Kiln'] });
    const badge = await fixture<AuditBadge>(
      html`<audit-badge open lang="de" .audits=${[whole, german]}></audit-badge>`,
    );
    const named = [...(badge.shadowRoot?.querySelectorAll('[lang]') ?? [])];
    expect(named.map((words) => `${words.getAttribute('lang')} ${text(words)}`)).toEqual(
      [
        ...['A reading of Tor and more', 'Kiln', 'Reed, Inc.', 'Tor', 'the desktop app'],
        ...['the old protocol', 'the Open Fund', 'Nothing was found.'],
      ].map((words) => `en ${words}`),
    );
    const tor = await fixture<AuditBadge>(
      html`<audit-badge lang="de" .audits=${[whole]}></audit-badge>`,
    );
    expect(tor.shadowRoot?.querySelector('b [lang=en]')?.textContent).toBe('Tor');
    const auditor = await fixture<AuditBadge>(
      html`<audit-badge lang="de" .audits=${[audit({ auditors: ['Kiln'], scope: [{ part: 'server' }] })]}></audit-badge>`,
    );
    expect(auditor.shadowRoot?.querySelector('.aside [lang=en]')?.textContent).toBe('Kiln');
  });

  it.each(Object.entries(inLanguages))('speaks %s as one does', async (lang, words) => {
    const server = audit({ scope: [{ part: 'server' }], date: '2022' });
    const seen = [
      [[{ ...server, date: '2016' }, server], '.lead'],
      [[audit()], '.lead'],
      [[{ ...whole, kind: 'penetration-test', target: { relation: 'dependency' } }], '.lead'],
      [[{ ...server, scope: [] }], '.lead'],
      [[whole], '.fine'],
    ] as const;
    const spoken = [];
    for (const [list, place] of seen) {
      const badge = await fixture(
        html`<audit-badge open lang=${lang} .audits=${list}></audit-badge>`,
      );
      spoken.push(text(badge.shadowRoot?.querySelector(place)));
    }
    expect(spoken).toEqual(words);
  });

  it('takes the words of a single audit for those of the page', async () => {
    const badge = await fixture(html`<audit-badge lang="de" date="2017"></audit-badge>`);
    expect(badge.shadowRoot?.querySelector('[lang]')).toBeNull();
  });
});

describe('<audit-badge> whose root came with the page', () => {
  const markup = (inside: string, attributes = '') =>
    `<audit-badge ${attributes}><template shadowrootmode="open">${inside}</template></audit-badge>`;
  const line = '<div class="row audits" part="audits"><b>No audit known</b></div>';
  const list =
    '<details class="audits" part="audits"><summary part="audits-summary"><b>App audited 2017</b></summary></details>';

  it('keeps its root and tells its state', async () => {
    const none = await fixture(markup(line));
    expect(none.shadowRoot?.innerHTML).toBe(line);
    expect(none.matches(':state(none)')).toBe(true);
    const some = await fixture(markup(list, 'date="2017"'));
    expect(some.shadowRoot?.innerHTML).toBe(list);
    expect(some.matches(':state(none)')).toBe(false);
  });

  it('opens, and says so', async () => {
    const badge = await fixture<AuditBadge>(markup(list, 'date="2017"'));
    const heard = vi.fn();
    badge.addEventListener('toggle', heard);
    part(badge, 'audits-summary').click();
    await expect.poll(() => heard).toHaveBeenCalledOnce();
    expect(badge.hasAttribute('open')).toBe(true);
    badge.open = false;
    await badge.updateComplete;
    expect(details(badge).open).toBe(false);
  });

  it('renders what its attributes say once they change', async () => {
    const badge = await fixture<AuditBadge>(markup(list, 'date="2017"'));
    badge.setAttribute('date', '2021');
    await badge.updateComplete;
    expect(text(part(badge, 'audits-summary'))).toBe('App audited 2021');
  });

  it('keeps its root where it has nothing to render from', async () => {
    const badge = await fixture<AuditBadge>(markup(list));
    badge.lang = 'de';
    await badge.updateComplete;
    expect(badge.shadowRoot?.innerHTML).toBe(list);
  });
});
