import type { CardAudit } from '@sealmark/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { AuditBadge } from './audit-badge.ts';
import './define.ts';
import './provide.ts';

type Story = StoryObj<Args>;
type Args = Partial<
  Pick<AuditBadge, 'audits' | 'date' | 'auditor' | 'scope' | 'href' | 'looked' | 'open' | 'strings'>
> & {
  children?: unknown;
  lang?: string;
};

const year = new Date().getFullYear();

const undated: CardAudit = {
  kind: 'penetration-test',
  title: 'Test of the Android app by Kiln Security',
  auditors: ['Kiln Security'],
  scope: [{ part: 'client', platform: 'android' }],
  excludes: [{ part: 'server' }],
  target: { relation: 'self' },
  commissioners: ['Heron Cooperative'],
  outcome: 'Two findings of medium weight, both mended.',
  links: [{ role: 'report', url: 'https://kiln.example/heron.pdf' }],
};
const app: CardAudit = { ...undated, date: `${year - 1}-04` };
const protocol: CardAudit = {
  kind: 'academic-analysis',
  title: 'Academic analysis of the message protocol',
  auditors: ['Ada Reed', 'Bo Marsh'],
  date: '2016',
  scope: [{ part: 'protocol' }],
  excludes: [{ part: 'client' }, { part: 'server' }],
  target: { relation: 'self' },
  links: [{ role: 'report', url: 'https://papers.example/2016/1013' }],
};
const library = (name: string, date: string): CardAudit => ({
  kind: 'audit',
  title: `Reading of ${name}, the encryption library`,
  auditors: ['Kiln Security'],
  date,
  scope: [{ part: 'library', name }],
  excludes: [{ part: 'client' }],
  target: { relation: 'self' },
  links: [{ role: 'announcement', url: 'https://heron.example/blog' }],
});

/** Checks what the badge says at a glance. */
const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const badge = canvasElement.querySelector('audit-badge');
    await badge?.updateComplete;
    const lead = badge?.shadowRoot?.querySelector('.lead');
    await expect(lead?.textContent?.replace(/\s+/g, ' ')).toContain(words);
  };

/** Presses Enter as a reader does. Only a key of the browser opens a summary: in the workshop, which has none, a click stands for it. */
const enter = async (summary: HTMLElement) => {
  const browser = await import('vitest/browser').catch(() => undefined);
  if (browser) await browser.userEvent.keyboard('{Enter}');
  else summary.click();
};

const meta = {
  title: 'Audit badge',
  component: 'audit-badge',
  render: ({ audits, date, auditor, scope, href, looked, open = false, strings, children, lang }) =>
    html`<audit-badge
      lang=${lang ?? nothing}
      date=${date ?? nothing}
      auditor=${auditor ?? nothing}
      scope=${scope ?? nothing}
      href=${href ?? nothing}
      looked=${looked ?? nothing}
      ?open=${open}
      .audits=${audits}
      .strings=${strings}
      >${children ?? nothing}</audit-badge
    >`,
} satisfies Meta<Args>;

export default meta;

/** One audit, by attributes alone. */
export const Default: Story = {
  args: {
    date: '2017',
    auditor: 'Kiln Security',
    scope: 'client',
    href: 'https://kiln.example/heron.pdf',
  },
  play: says('App audited 2017'),
};

export const NoneKnown: Story = {
  args: { audits: [], looked: '2026-11-02' },
  play: says('No audit known looked'),
};

export const One: Story = { args: { audits: [app], open: true }, play: says('App tested') };

/** Enter on the line opens the list, its links take the focus, and Enter closes it again. */
export const ByKeyboard: Story = {
  args: { audits: [app, protocol] },
  async play({ canvasElement }) {
    const badge = canvasElement.querySelector('audit-badge') as AuditBadge;
    await badge.updateComplete;
    const root = badge.shadowRoot as ShadowRoot;
    const summary = root.querySelector('summary') as HTMLElement;
    summary.focus();
    await expect(root.activeElement).toBe(summary);
    await enter(summary);
    await waitFor(() => expect(badge).toHaveAttribute('open'));
    await expect(root.querySelectorAll('li a')).toHaveLength(2);
    for (const link of root.querySelectorAll<HTMLElement>('li a')) {
      link.focus();
      await expect(root.activeElement).toBe(link);
    }
    summary.focus();
    await enter(summary);
    await waitFor(() => expect(badge).not.toHaveAttribute('open'));
  },
};

/** The widest part leads; the rest stands in the disclosure. */
export const Several: Story = {
  args: { audits: [library('Reed', '2022-05-16'), library('Sedge', '2016-11-01')], open: true },
  play: says('Libraries audited 2016, 2022'),
};

/** It says how old it is, and what it did not read. */
export const OldProtocol: Story = {
  args: { audits: [protocol], open: true },
  play: says('Protocol analyzed 2016'),
};

export const ADependencyOnly: Story = {
  args: {
    audits: [{ ...library('Tor', '2023'), target: { relation: 'dependency', name: 'Tor' } }],
  },
  play: says('Tor audited 2023'),
};

/** The list says it of every audit that is not of the program itself, whatever its title says. */
export const APredecessor: Story = {
  args: {
    audits: [
      {
        ...undated,
        kind: 'audit',
        title: 'Kiln Security on Egret',
        date: '2013',
        target: { relation: 'predecessor', name: 'Egret' },
      },
    ],
    open: true,
  },
  play: says('Egret audited 2013'),
};

export const Infrastructure: Story = {
  args: { date: '2024-11/2025-02', scope: 'infrastructure', auditor: 'Kiln Security', open: true },
  play: says('Infrastructure audited 2025'),
};

/** Every link says what it leads to, and where: the report, what was mended, a copy that stays. */
export const LinksByRole: Story = {
  args: {
    audits: [
      {
        ...app,
        links: [
          { role: 'report', url: 'https://kiln.example/heron.pdf' },
          { role: 'fixes', url: 'https://git.example/heron/fixes' },
          { role: 'archive', url: 'https://archive.example/kiln/heron.pdf' },
        ],
      },
    ],
    open: true,
  },
  async play({ canvasElement }) {
    const badge = canvasElement.querySelector('audit-badge');
    await badge?.updateComplete;
    const links = [...(badge?.shadowRoot?.querySelectorAll('li a') ?? [])];
    await expect(links.map(({ textContent }) => textContent)).toEqual([
      'Report, kiln.example',
      'Fixes, git.example',
      'Archived copy, archive.example',
    ]);
  },
};

export const YearNotStated: Story = { args: { audits: [undated] }, play: says('year not stated') };

export const Range: Story = {
  args: { audits: [{ ...app, kind: 'audit', date: '2019-11/2020-02' }], open: true },
  play: says('App audited 2020'),
};

export const Server: Story = {
  args: { date: String(year), scope: 'server', auditor: 'Kiln Security' },
  play: says('Server audited'),
};

/** The page's own words in place of the computed ones. */
export const Label: Story = {
  args: { audits: [protocol], children: 'Looked at by researchers' },
  async play({ canvasElement }) {
    const slot = canvasElement.querySelector('audit-badge')?.shadowRoot?.querySelector('slot');
    await expect(
      slot
        ?.assignedNodes()
        .map(({ textContent }) => textContent)
        .join(''),
    ).toContain('Looked at by researchers');
  },
};

export const Dark: Story = {
  args: { audits: [app, protocol], open: true },
  globals: { scheme: 'dark' },
};

export const Narrow: Story = {
  args: { audits: [app, protocol], open: true },
  globals: { width: '20rem' },
};

/** In a sentence. */
export const InText: Story = {
  args: { audits: [app] },
  render: (args) =>
    html`<p>Heron’s app is small (${meta.render(args)}), and its makers say why.</p>`,
};

export const ForcedColors: Story = {
  args: { audits: [app, protocol], open: true },
  globals: { colors: 'forced' },
};

/** In Arabic, whose words come along. */
export const RightToLeft: Story = {
  args: {
    lang: 'ar',
    open: true,
    audits: [{ ...app, title: 'اختبار تطبيق أندرويد', outcome: 'وُجد عيبان وأُصلحا.' }],
  },
  globals: { direction: 'rtl' },
  play: says('التطبيق: اختبار'),
};
