import { engines } from '@sealmark/tooling/browsers';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { embed } from './testing/suites/embed.ts';
import { ready } from './testing/suites/ready.ts';
import { same } from './testing/suites/same.ts';
import { ways } from './testing/suites/ways.ts';
import { visitor } from './testing/visitor.ts';

// A browser is dear to start: one of each engine serves all. The engines go side by side, in each one test after the
// other. What polls takes the `expect` of its test: the one for all knows a single test at a time.
describe.concurrent.each(engines())('in $name', (engine) => {
  describe('a page', { concurrent: false }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await engine.launch();
    });
    afterAll(() => browser.close());

    describe('with the minified script', () => {
      same(() => browser);
    });

    describe('of a visitor', () => {
      const here = visitor(() => browser);
      describe('with embed.js', () => {
        embed(here);
      });
      describe('with a card that lies ready', () => {
        ready(here);
      });
      describe('with one of the scripts', () => {
        ways(here);
      });
    });
  });
});
