import type { Page } from 'playwright';

/** The states that an element can have. */
const states = [
  'loading',
  'ready',
  'partial',
  'stale',
  'unknown-name',
  'moved',
  'removed',
  'error',
  'none',
  'empty',
];

/** Waits until no element of ours waits for anything, and tells what each element of ours shows. */
export async function seen(page: Page): Promise<{ states: string[]; text: string }[]> {
  await page.waitForFunction(() => {
    const elements = [
      ...document.querySelectorAll('messenger-card, audit-badge, downloads-dropdown'),
    ];
    return elements.every(
      (element) => element.matches(':defined') && !element.matches(':state(loading)'),
    );
  });
  return page.evaluate(
    (names) =>
      [...document.querySelectorAll('messenger-card, audit-badge, downloads-dropdown')].map(
        (element) => ({
          states: names.filter((name) => element.matches(`:state(${name})`)),
          text: element.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '',
        }),
      ),
    states,
  );
}
