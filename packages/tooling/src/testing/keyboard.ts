import { userEvent } from 'vitest/browser';

const aliases: Record<string, string> = { Space: ' ', 'Shift+Tab': '{Shift>}{Tab}{/Shift}' };

/**
 * Presses keys one after another, as a person would: `press('Tab', 'Enter')`. Names are those of `KeyboardEvent.key`;
 * `Space` and `Shift+Tab` are understood too.
 */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await userEvent.keyboard(aliases[key] ?? `{${key}}`);
}
