import {
  PlaywrightBrowserProvider,
  playwright,
  type PlaywrightProviderOptions,
} from '@vitest/browser-playwright';
import type { BrowserProviderOption, TestProject } from 'vitest/node';

/** BiDi, which drives Firefox, tells no frame's name, and Vitest asks for its frame by name before every key. */
class FirefoxProvider extends PlaywrightBrowserProvider {
  /** An installed Firefox now and then goes away while it starts. No test has run yet, so another one takes its place, once. */
  override async openPage(
    ...[session, ...rest]: Parameters<PlaywrightBrowserProvider['openPage']>
  ): Promise<void> {
    try {
      await super.openPage(session, ...rest);
    } catch (error) {
      if (!String(error).includes('has been closed')) throw error;
      this.pages.delete(session);
      this.contexts.delete(session);
      await this.browser?.close().catch(() => undefined);
      this.browser = null;
      await super.openPage(session, ...rest);
    }
  }

  override getCommandsContext(
    sessionId: string,
  ): ReturnType<PlaywrightBrowserProvider['getCommandsContext']> {
    const { page, context, iframe } = super.getCommandsContext(sessionId);
    const frame = async () => {
      const element = await page.waitForSelector('iframe[data-vitest="true"]');
      const found = await element.contentFrame();
      if (found === null) throw new Error('The frame of the tests is gone.');
      return found;
    };
    return { page, context, iframe, frame };
  }
}

/** Vitest's provider for an installed Firefox. */
export function firefoxProvider(
  options: PlaywrightProviderOptions,
): BrowserProviderOption<PlaywrightProviderOptions> {
  return {
    ...playwright(options),
    providerFactory: (project: TestProject) => new FirefoxProvider(project, options),
  };
}
