import { vi } from 'vitest';
import { type Content, fixture, show, stageOf } from './fixture.ts';

/** The ways in which an element comes onto a page, for `describe.each(ways)`: what is promised holds in both. */
export const ways: readonly (readonly [how: string, fixture: typeof adopted])[] = [
  ['drawn in the browser', fixture],
  ['adopted from a prerendered page', adopted],
];

/** Draws as a build does, which knows neither the day nor the visitor. */
async function asBuild<T>(draw: () => Promise<T>): Promise<T> {
  const pretended = vi.getMockedSystemTime();
  vi.setSystemTime(0);
  const agent = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('');
  try {
    return await draw();
  } finally {
    agent.mockRestore();
    if (pretended) vi.setSystemTime(pretended);
    else vi.useRealTimers();
  }
}

/** What is in a root as a build writes it: with its styles, without the markers of a renderer. */
function markupOf(root: ShadowRoot): string {
  const rules = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  const styles = rules.map(({ cssText }) => cssText).join('\n');
  return `<style>${styles}</style>${root.getHTML().replace(/<!--.*?-->/gs, '')}`;
}

/** What a build writes into the roots of everything in `content`, in its order; it leaves to the browser what is not `ready`. */
async function rootsOf(content: Content): Promise<(string | undefined)[]> {
  const first = await asBuild(() => fixture(content));
  const stage = first.parentElement as HTMLElement;
  const roots = [...stage.querySelectorAll<Element & { ready?: boolean }>('*')].map(
    ({ shadowRoot, ready = true }) => (shadowRoot && ready ? markupOf(shadowRoot) : undefined),
  );
  stage.remove();
  return roots;
}

/** The first element of `content` as a build writes it into a page: attributes, children, and its root as markup. */
export async function prerendered(content: Content): Promise<string> {
  const [root = ''] = await rootsOf(content);
  const element = stageOf(content).firstElementChild as Element;
  element.insertAdjacentHTML('afterbegin', `<template shadowrootmode="open">${root}</template>`);
  return element.outerHTML.replace(/<!--.*?-->/gs, '');
}

/**
 * Like `fixture`, on a page that a build has drawn: the roots of the elements are there before the elements come to life
 * with their properties. What has nothing to draw from is left to the browser, as by a build.
 *
 * @throws {Error} where an element does not keep its root.
 */
export async function adopted<E extends Element = HTMLElement>(content: Content): Promise<E> {
  const roots = await rootsOf(content);
  const stage = stageOf(content);
  const kept = [...stage.querySelectorAll('*')].flatMap((element, index) => {
    const markup = roots[index];
    if (!markup || element.shadowRoot) return [];
    const root = element.attachShadow({ mode: 'open' });
    root.innerHTML = markup;
    return [{ element, root, start: root.firstChild }];
  });
  // What came open says so once, and to nobody yet.
  if (roots.some((root) => root?.includes(' open')))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const first = await show<E>(stage);
  const redrawn = kept.find(({ root, start }) => root.firstChild !== start);
  if (redrawn) throw new Error(`<${redrawn.element.localName}> does not keep its root.`);
  return first;
}
