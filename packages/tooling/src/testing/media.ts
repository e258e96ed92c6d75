import { onTestFinished } from 'vitest';
import { commands, server } from 'vitest/browser';
import type { Media } from '../vitest.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia(media: Media): Promise<void>;
    printLinks(html: string): Promise<string[]>;
  }
}

const own: Media = {
  colorScheme: null,
  contrast: null,
  forcedColors: null,
  media: null,
  reducedMotion: null,
};

/** Whether the engine under test can pretend: an installed Firefox can not. For `it.runIf(canEmulate)`. */
export const canEmulate = server.browser === 'chromium';

/** Lets the page believe in a reader's preferences until the end of the test: `emulate({colorScheme: 'dark'})`. */
export async function emulate(media: Media): Promise<void> {
  onTestFinished(() => commands.emulateMedia(own));
  await commands.emulateMedia(media);
}

/** Prints a page of its own, and tells the addresses of the links that stand on the paper. */
export const printLinks = (html: string): Promise<string[]> => commands.printLinks(html);
