import { render, type TemplateResult } from 'lit';
import { onTestFinished } from 'vitest';

/** What a test puts on the page: a template with its properties, or text that is parsed as a page would be. */
export type Content = TemplateResult | string;

/** A place that holds `content` and is no part of the page yet. It is taken away after the test. */
export function stageOf(content: Content): HTMLElement {
  const stage = document.createElement('div');
  onTestFinished(() => stage.remove());
  if (typeof content === 'string') stage.setHTMLUnsafe(content);
  else render(content, stage);
  return stage;
}

/** Puts a place on the page, and gives its first element once everything in it has rendered. */
export async function show<E extends Element>(stage: HTMLElement): Promise<E> {
  document.body.append(stage);
  const element = stage.firstElementChild;
  if (element === null) throw new Error('The fixture holds no element.');
  await Promise.all(
    [...stage.querySelectorAll('*')].map(
      (each) => (each as { updateComplete?: unknown }).updateComplete,
    ),
  );
  return element as E;
}

/**
 * Puts `content` on the page and returns its first element, once it has rendered. A string is parsed as a page would
 * be, declarative shadow roots included. Everything is taken away again after the test.
 *
 * @throws {Error} when there is no element in `content`.
 */
export async function fixture<E extends Element = HTMLElement>(content: Content): Promise<E> {
  return show<E>(stageOf(content));
}
