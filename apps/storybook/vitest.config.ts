import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { browserInstances, browserProject } from '@sealmark/tooling/vitest';
import type {} from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand, UserWorkspaceConfig } from 'vitest/node';

const forceColors: BrowserCommand<[boolean]> = ({ page }, active) =>
  page.emulateMedia({ forcedColors: active ? 'active' : null });

/** Every story is a test, in every browser found: it renders, its play function holds, and axe finds nothing. */
const stories: UserWorkspaceConfig = {
  plugins: [storybookTest()],
  test: {
    name: 'stories',
    // One page for all stories, as in Storybook.
    isolate: false,
    setupFiles: ['./.storybook/forced-colors.ts'],
    testTimeout: 15_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1024, height: 768 },
      commands: { forceColors },
      // The workshop's own tests run in the same browsers, and every project has a name of its own.
      instances: browserInstances().map(({ name, ...instance }) => ({
        ...instance,
        name: `stories, ${name}`,
      })),
    },
  },
};

/** What the workshop itself does. */
const workshop = browserProject({ include: ['.storybook/*.test.ts'] });

export default defineConfig({
  test: { projects: [stories, ...(workshop ? [workshop] : [])] },
});
