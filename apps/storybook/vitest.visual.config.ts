import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { browserInstances } from '@sealmark/tooling/vitest';
import type {} from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Compares the sheets with their references, in Chromium. Fonts differ between machines: it is no part of `npm test`. */
export default defineConfig({
  plugins: [storybookTest({ tags: { include: ['visual'] } })],
  test: {
    name: 'visual',
    api: { allowWrite: true },
    setupFiles: ['./.storybook/screenshots.ts'],
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1200, height: 900 },
      expect: {
        toMatchScreenshot: {
          comparatorName: 'pixelmatch',
          comparatorOptions: { allowedMismatchedPixelRatio: 0.002 },
          resolveScreenshotPath: ({ arg, ext, root }) => `${root}/screenshots/${arg}${ext}`,
        },
      },
      instances: browserInstances().filter(({ browser }) => browser === 'chromium'),
    },
  },
});
