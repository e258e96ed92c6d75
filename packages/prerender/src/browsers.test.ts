import { rmSync } from 'node:fs';
import { engines } from '@sealmark/tooling/browsers';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { cards } from './testing/suites/cards.ts';
import { frames } from './testing/suites/frames.ts';
import { imported, ownPackage, shown } from './testing/suites/own-package.ts';

let site: string;
beforeAll(() => {
  site = ownPackage();
});
afterAll(() => rmSync(site, { recursive: true }));

describe('a package that somebody made of their own four records', () => {
  imported(() => site);
});

// A browser is dear to start: one page of each engine serves all. The engines go side by side, in each one test after
// the other. What polls takes the `expect` of its test: the one for all knows a single test at a time.
describe.concurrent.each(engines())('in $name', (engine) => {
  describe('a page', { concurrent: false }, () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await engine.launch();
      page = await browser.newPage();
    });
    afterAll(() => browser.close());

    describe('with cards', () => {
      cards(
        engine,
        () => browser,
        () => page,
      );
    });
    describe('with what sealmark-static writes', () => {
      frames(() => page);
    });
    describe('with a package of four records', () => {
      shown(
        () => site,
        () => page,
      );
    });
  });
});
