import signal from '@sealmark/messengers/cards/signal';
import type { Locator } from 'playwright';
import type { Visit } from './consumer.ts';

const first = <Item>([item]: readonly Item[]): Item => {
  if (item === undefined) throw new Error('The card of Signal lacks a highlight or a download.');
  return item;
};
const highlight = first(signal.highlights);
const download = first(signal.downloads);

/** Waits until something is shown, or hidden. It asks from outside: where scripting is off, nothing in the page can. */
export async function shown(target: Locator, expected = true): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await target.isVisible()) === expected) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${target} is ${expected ? 'not ' : ''}shown`);
}

/** A click of the mouse, which needs no script in the page either. */
async function click(target: Locator): Promise<void> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x = 0, y = 0, width = 0, height = 0 } = (await target.boundingBox()) ?? {};
  await target.page().mouse.click(x + width / 2, y + height / 2);
}

const cardOf = ({ page }: Visit) => page.locator('messenger-card').first();

/** The reader sees the name, a claim, its source and the links of Signal's card, and can open its downloads. */
export async function showsSignal(visit: Visit): Promise<void> {
  const card = cardOf(visit);
  // The fallback within the card may have the same link.
  const link = (url: string) => card.locator(`a[href="${url}"]`).filter({ visible: true }).first();
  await visit.check('name, claim, source, links', async () => {
    await shown(card.getByRole('heading', { name: 'Signal' }));
    await shown(card.getByText(highlight.text));
    if (highlight.source) await shown(link(highlight.source.url));
    for (const { url } of signal.links) await shown(link(url));
  });
  await visit.check('downloads open', async () => {
    await shown(link(download.url), false);
    await click(card.locator('.downloads summary'));
    await shown(link(download.url));
  });
}

/** The page hears that the card is there, and writes so into `<output id="heard">`. */
export const hearsLoad = ({ page, check }: Visit): Promise<void> =>
  check('messenger-load', () => shown(page.locator('#heard').getByText('load signal')));

/** The page hears that somebody follows a download, of which the list is open. */
export const hearsFollow = (visit: Visit): Promise<void> =>
  visit.check('download-follow', async () => {
    await click(cardOf(visit).locator(`a[href="${download.url}"]`));
    await shown(visit.page.locator('#heard').getByText(`follow ${download.platform}`));
  });

/** All of it, as most sites want it. */
export async function works(visit: Visit): Promise<void> {
  await showsSignal(visit);
  await hearsLoad(visit);
  await hearsFollow(visit);
}

/** The card that came with the page was taken over: nothing was fetched for it, nothing drawn anew. */
export const adopted = ({ page, requests, check }: Visit): Promise<void> =>
  check('adopted', async () => {
    await page.waitForFunction("document.querySelector('messenger-card').matches(':state(ready)')");
    const fetched = requests.filter((url) => /\/cards\/.*signal/.test(url));
    if (fetched.length) throw new Error(`it asked for ${fetched.join(', ')}`);
  });
