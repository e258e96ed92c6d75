import {
  PlaywrightBrowserProvider,
  playwright,
  type PlaywrightProviderOptions,
} from '@vitest/browser-playwright';
import type { BrowserProviderOption, TestProject } from 'vitest/node';

/** BiDi, which drives Firefox, tells no frame's name, and Vitest asks for its frame by name before every key. */
class FirefoxProvider extends PlaywrightBrowserProvider {
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
