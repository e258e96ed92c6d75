import { render, type TemplateResult } from 'lit';
import { afterEach } from 'vitest';

const stages = new Set<HTMLElement>();

afterEach(() => {
  for (const stage of stages) stage.remove();
  stages.clear();
});

/**
 * Puts `content` on the page and returns its first element, once it has rendered. A string is parsed as a page would
 * be, declarative shadow roots included. Everything is taken away again after the test.
 *
 * @throws {Error} when there is no element in `content`.
 */
export async function fixture<E extends Element = HTMLElement>(
  content: TemplateResult | string,
): Promise<E> {
  const stage = document.createElement('div');
  stages.add(stage);
  document.body.append(stage);
  if (typeof content === 'string') stage.setHTMLUnsafe(content);
  else render(content, stage);
  const element = stage.firstElementChild;
  if (element === null) throw new Error('The fixture holds no element.');
  await Promise.all(
    [...stage.querySelectorAll('*')].map(
      (each) => (each as { updateComplete?: unknown }).updateComplete,
    ),
  );
  return element as E;
}
