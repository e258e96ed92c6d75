import { afterEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';

// Ages of audits and reviews are those of one day.
vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25') });

/** Three quarters of the size keep the references small; what is out of sight is not drawn, so everything is in sight. */
const style = document.createElement('style');
style.textContent =
  '.stage { zoom: 0.75; min-block-size: 0 } messenger-card { content-visibility: visible }';
document.head.append(style);

/** Compares what a story shows with its reference of this name. */
async function compare(name: string): Promise<void> {
  const stage = document.querySelector('.stage') as HTMLElement;
  const column = stage.querySelector('.column') as HTMLElement;
  const { width, height } = column.getBoundingClientRect();
  await page.viewport(Math.ceil(width + 48), Math.ceil(height + 48));
  await expect.element(page.elementLocator(stage)).toMatchScreenshot(name);
  await page.viewport(1200, 900);
}

afterEach(({ task }) => compare(task.name.toLowerCase().replaceAll(' ', '-')));
