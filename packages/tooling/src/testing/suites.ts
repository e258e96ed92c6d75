import { html, type TemplateResult } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from './accessibility.ts';
import { documented, expectParts, expectProperties, type Promises } from './documented.ts';
import { fixture } from './fixture.ts';
import { expectReadable, expectTargets } from './layout.ts';
import { canEmulate, emulate, printLinks } from './media.ts';
import { prerendered, ways } from './ways.ts';

/** What the suites are run on: an element in every state that a reader can meet, by what the state is called. */
export interface Subject {
  readonly tag: string;
  readonly states: Readonly<Record<string, TemplateResult>>;
  /** What is opened before a state is read aloud, as a selector in its root. */
  readonly opens?: string;
}

/** The day on which the suites look at age. */
const today = new Date('2026-11-25');

/** What a reader may set by WCAG 2.2, 1.4.12, as a sheet of their own: it reaches into every root. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`);

/** Waits until everything that has been started and needs no network is through. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const allIn = (element: Element | undefined, selector: string) => [
  ...(element?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Lets an element be read by axe in every theme, and aloud in every state. */
export function itIsAccessible({ tag, states, opens }: Subject): void {
  describe.each(Object.entries(states))(`<${tag}>, %s`, (_, state) => {
    it('is read aloud as it was written down, and has no finding of axe in any theme', async () => {
      vi.setSystemTime(today);
      const stage = await fixture<HTMLElement>(
        html`<main style="color: CanvasText; background: Canvas"><h1>Messengers</h1><h2>All</h2>${state}</main>`,
      );
      await settled();
      vi.useRealTimers();
      for (const each of opens ? allIn(stage.querySelector(tag) as Element, opens) : [])
        each.toggleAttribute('open', true);
      await expect.element(page.elementLocator(stage)).toMatchAriaSnapshot();
      for (const scheme of ['light', 'dark']) {
        stage.style.colorScheme = scheme;
        await expectAccessible(stage);
        if (!canEmulate) continue;
        await emulate({ contrast: 'more' });
        await expectAccessible(stage);
        await emulate({ contrast: null });
      }
      if (!canEmulate) return;
      // The engine forces what it paints, and still tells axe the colors of the sheet: they are held to a light ground.
      stage.style.colorScheme = 'light';
      await emulate({ forcedColors: 'active' });
      await expectAccessible(stage);
    });
  });
}

/** Every state below one another in a column, with all that opens open. */
async function column({ tag, states }: Subject, width: string): Promise<HTMLElement[]> {
  const stage = await fixture<HTMLElement>(
    html`<div style="inline-size: ${width}">${Object.values(states)}</div>`,
  );
  await settled();
  const list = [...stage.querySelectorAll<HTMLElement>(tag)];
  for (const element of list) {
    // What is out of sight is not laid out, and cannot be measured.
    element.style.contentVisibility = 'visible';
    for (const details of allIn(element, 'details')) details.toggleAttribute('open', true);
  }
  return list;
}

/** Lets an element be read and pressed in columns of these widths, with the spacing, the zoom and the letters of its reader. */
export function itCanBeReadAndPressed(subject: Subject, widths: readonly string[]): void {
  const names = Object.keys(subject.states);
  const expectEach = (list: readonly Element[], when: string) => {
    for (const [index, element] of list.entries()) {
      expectReadable(element, `when ${names[index]}, ${when}`);
      expectTargets(element, `when ${names[index]}, ${when}`);
    }
  };

  describe(`<${subject.tag}> can be read and pressed in every state`, () => {
    afterEach(async () => {
      document.documentElement.removeAttribute('style');
      await page.viewport(1024, 768);
    });

    it.each(widths)('in a column of %s, with the text spacing of its reader too', async (width) => {
      const list = await column(subject, width);
      expectEach(list, `in ${width}`);
      for (const { shadowRoot } of list) shadowRoot?.adoptedStyleSheets.push(spacing);
      expectEach(list, `in ${width} with text spacing`);
    });

    it('at 400 % on a screen of 1280 pixels, and sideways never', async () => {
      await page.viewport(1280, 1024);
      document.documentElement.style.zoom = '4';
      expectEach(await column(subject, 'auto'), 'at 400 %');
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });

    it('with letters of twice the size', async () => {
      document.documentElement.style.fontSize = '200%';
      expectEach(await column(subject, '40rem'), 'with large letters');
    });
  });
}

/** What an element promises to readers of paper, without motion, and in forced colors, when it is full and closed. */
export interface Preferences {
  readonly full: TemplateResult;
  /** Parts of links that say their address on paper. */
  readonly addresses: readonly string[];
  /** What is not on paper: it can only be pressed. */
  readonly pressed: string;
}

/** Lets an element keep to what its reader prefers, drawn and adopted. */
export function itKeepsToPreferences(tag: string, { full, addresses, pressed }: Preferences): void {
  it(`<${tag}> is printed with everything that is closed`, async () => {
    const links = allIn(await fixture(full), 'details a[href^=https]') as HTMLAnchorElement[];
    const paper = await printLinks(await prerendered(full));
    expect(links.length).toBeGreaterThan(0);
    for (const { href } of links) expect(paper).toContain(href);
  });

  describe.each(ways)(`<${tag}>, %s,`, (_, put) => {
    it.runIf(canEmulate)('is open on paper, with addresses and nothing to press', async () => {
      const element = await put(full);
      // What is out of sight has the height that it is given.
      element.style.contentVisibility = 'visible';
      const lists = allIn(element, 'details > :not(summary)');
      const height = () => element.getBoundingClientRect().height;
      const before = height();
      expect(lists.filter((list) => list.checkVisibility())).toEqual([]);
      await emulate({ media: 'print' });
      expect(lists.filter((list) => !list.checkVisibility())).toEqual([]);
      expect(height()).toBeGreaterThan(before + 100);
      for (const selector of addresses) {
        const [link] = allIn(element, selector);
        const { content } = getComputedStyle(link as Element, '::after');
        expect(content.replaceAll('"', ''), selector).toContain(link?.getAttribute('href'));
      }
      for (const each of allIn(element, pressed))
        expect(getComputedStyle(each).display).toBe('none');
    });

    it('moves nothing for readers who want no motion, and the chevron alone for others', async () => {
      const element = await put(full);
      const moving = () => {
        const classes = allIn(element, '*')
          .filter((each) => {
            const { transitionDuration, animationName } = getComputedStyle(each);
            return transitionDuration !== '0s' || animationName !== 'none';
          })
          .map(({ className }) => className);
        return [...new Set(classes)];
      };
      const still = matchMedia('(prefers-reduced-motion: reduce)');
      if (canEmulate) {
        await emulate({ reducedMotion: 'no-preference' });
        expect(moving()).toEqual(['chevron']);
        await emulate({ reducedMotion: 'reduce' });
      }
      expect(still.matches).toBe(true);
      expect(moving()).toEqual([]);
    });

    it.runIf(canEmulate)('tells its marks and what can be pressed without a color', async () => {
      const element = await put(full);
      await emulate({ forcedColors: 'active' });
      const ink = getComputedStyle(document.body).color;
      for (const glyph of allIn(element, '.glyph'))
        expect(getComputedStyle(glyph).color, glyph.className).toBe(ink);
      for (const button of allIn(element, '.button, .retry'))
        expect(getComputedStyle(button).borderTopWidth).toBe('1px');
      for (const own of allIn(element, '.own'))
        expect(getComputedStyle(own).outlineStyle).toBe('solid');
    });
  });
}

/** An element at home on a page: where its custom elements manifest is, and what that promises. */
export interface Home {
  /** The manifest. */
  readonly manifest: URL;
  /** What is on the page: everything that is documented is in it. */
  readonly page: TemplateResult;
  /** What each custom property reaches. */
  readonly promises: (
    inside: (selector: string, index?: number) => CSSStyleDeclaration,
  ) => Promises;
  /** What has the ground of the element. */
  readonly ground: string;
}

/** Lets a page style an element, drawn and adopted, and lets it take font and color scheme of its place. */
export function itIsAtHome(tag: string, { manifest, page, promises, ground }: Home): void {
  describe.each(ways)(`<${tag}> at home, %s`, (_, put) => {
    it('lets a page reach all that is documented, and takes font and color scheme of its place', async () => {
      const stage = await put<HTMLElement>(
        html`<div style="inline-size: 44rem; font-family: Test Face, serif; color-scheme: light">${page}</div>`,
      );
      await settled();
      const elements = [...stage.querySelectorAll<HTMLElement>(tag)];
      const inside = (selector: string, index = 0) =>
        getComputedStyle(allIn(elements[index], selector)[0] as Element);
      const told = await documented(tag, manifest);
      expectProperties(told, promises(inside), elements);
      expectParts(told, elements);
      for (const element of elements)
        for (const each of allIn(element, ':not(code, style)'))
          expect(getComputedStyle(each).fontFamily, each.outerHTML).toContain('Test Face');
      const color = () => inside(ground).backgroundColor;
      const light = color();
      stage.style.colorScheme = 'dark';
      const dark = color();
      expect(dark).not.toBe(light);
      stage.style.colorScheme = 'light';
      expect(color()).toBe(light);
      for (const { style } of elements) style.colorScheme = 'dark';
      expect(color()).toBe(dark);
    });
  });
}
