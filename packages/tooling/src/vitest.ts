import { inflateSync } from 'node:zlib';
import { playwright } from '@vitest/browser-playwright';
import type {
  BrowserCommand,
  BrowserInstanceOption,
  UserWorkspaceConfig as ProjectConfig,
} from 'vitest/node';
import { engines } from './browsers.ts';
import { firefoxProvider } from './firefox.ts';

/** What a page pretends about its reader's preferences. `null` goes back to the browser's own. */
export interface Media {
  colorScheme?: 'light' | 'dark' | 'no-preference' | null;
  contrast?: 'more' | 'no-preference' | null;
  forcedColors?: 'active' | 'none' | null;
  media?: 'screen' | 'print' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
}

const emulateMedia: BrowserCommand<[Media]> = async ({ page }, media) => {
  await page.emulateMedia(media);
};

/** Prints a page of its own, and tells the addresses of the links that stand on the paper. */
const printLinks: BrowserCommand<[html: string]> = async ({ context }, html) => {
  const page = await context.newPage();
  await page.setContent(html);
  const paper = unpacked(await page.pdf());
  await page.close();
  return [...paper.matchAll(/\/URI \((.*?)\)/g)].map(([, address]) => address as string);
};

/** The objects of a PDF as text: Firefox packs them into streams. */
function unpacked(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/ObjStm.*?stream\r?\n/gs)].map(({ 0: head, index }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
  });
  return [text, ...streams].join('\n');
}

/** An installed Firefox cannot pretend: its reader wants no motion from the start. */
const stillFirefox = { 'ui.prefersReducedMotion': 1 };

/** The engines found on this machine as instances of Vitest's browser mode. */
export function browserInstances(): BrowserInstanceOption[] {
  return engines().map(({ name, launchOptions }) => ({
    browser: name,
    name,
    provider: (launchOptions.channel === 'moz-firefox' ? firefoxProvider : playwright)({
      launchOptions: {
        ...launchOptions,
        firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, ...stillFirefox },
      },
      contextOptions: { locale: 'en-US', timezoneId: 'UTC' },
      actionTimeout: 5000,
    }),
  }));
}

/** A project of these tests in every browser found; `undefined` where there is none. */
export function browserProject(tests: ProjectConfig['test']): ProjectConfig | undefined {
  const instances = browserInstances();
  if (instances.length === 0) return undefined;
  return {
    // Found in the middle of a run, a dependency reloads the page under the tests: name the only one that needs it.
    optimizeDeps: { noDiscovery: true, include: ['@sealmark/tooling > axe-core'] },
    test: {
      ...tests,
      name: 'browsers',
      // One page for all files: every test leaves it as it was.
      isolate: false,
      testTimeout: 30_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        traceView: false,
        viewport: { width: 1024, height: 768 },
        commands: { emulateMedia, printLinks },
        instances,
      },
    },
  };
}
