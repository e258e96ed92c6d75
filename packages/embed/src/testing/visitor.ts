import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Site, startSite } from './site.ts';

/** Somebody who looks at a site in one browser. Each test has a site of its own; a page is dear, and all tests share it. */
export interface Visitor {
  readonly site: Site;
  readonly page: Page;
  /** What the console said, and every error. */
  readonly said: string[];
  /** Opens a page of the site, with headers of its answer. */
  open(body: string, headers?: Readonly<Record<string, string>>): Promise<void>;
}

/** A document with a body. */
export const html = (body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><body>${body}</body></html>`;

const dist = join(import.meta.dirname, '../../dist');

/** Lets the tests around this call have a visitor; the scripts lie in `/embed/`. */
export function visitor(browser: () => Browser): Visitor {
  let site: Site;
  let page: Page;
  let said: string[] = [];

  beforeAll(async () => {
    page = await browser().newPage();
    const hear = (words: string) => {
      // Firefox asks for an icon of its own accord, and a strict policy forbids it.
      if (!words.includes('favicon.ico')) said.push(words);
    };
    page.on('console', (message) => hear(message.text()));
    page.on('pageerror', (error) => hear(String(error)));
  });
  afterAll(() => page.close());
  beforeEach(async () => {
    site = await startSite({ '/embed/': dist });
    said = [];
  });
  afterEach(async () => {
    await page.goto('about:blank');
    await site[Symbol.asyncDispose]();
  });

  return {
    get site() {
      return site;
    },
    get page() {
      return page;
    },
    get said() {
      return said;
    },
    async open(body, headers = {}) {
      site.files.set('/', { body: html(body), headers });
      await page.goto(site.origin);
    },
  };
}
