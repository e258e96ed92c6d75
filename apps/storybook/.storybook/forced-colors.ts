import { afterEach, beforeEach } from 'vitest';
import { commands, server } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    forceColors(active: boolean): Promise<void>;
  }
}

// An installed Firefox cannot pretend: there the story is shown in its own colors.
const forces = (test: string) => test === 'Forced Colors' && server.browser === 'chromium';

beforeEach(async ({ task }) => {
  if (forces(task.name)) await commands.forceColors(true);
});

afterEach(async ({ task }) => {
  if (forces(task.name)) await commands.forceColors(false);
});
