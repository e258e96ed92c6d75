import { afterEach, describe, expect, it, vi } from 'vitest';
import { engines, findEngines } from './browsers.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const page =
  'data:text/html,<title>Still</title><details><summary>More</summary><p>Text</p></details><script>document.title = "Scripted"</script>';

describe.each(engines())('$name', (engine) => {
  it('runs none where scripting is off, and still obeys the keyboard', async () => {
    const browser = await engine.launch({ scripting: false });
    const tab = await browser.newPage();
    await tab.goto(page);
    expect(await tab.title()).toBe('Still');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect(await tab.locator('p').isVisible()).toBe(true);
    await browser.close();
  });
});

describe('findEngines', () => {
  it('takes the program that the variable names', () => {
    vi.stubEnv('FIREFOX_PATH', process.execPath);
    expect(findEngines('firefox').map(({ path }) => path)).toEqual([process.execPath]);
  });

  it('does not replace a program that was named and is not there', () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    expect(findEngines('chromium')).toEqual([]);
  });
});

describe('engines', () => {
  it('leaves out what npm test has found not to start', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    vi.stubEnv('FIREFOX_PATH', process.execPath);
    vi.stubEnv('SEALMARK_ENGINES', 'chromium@156.0');
    expect(engines().map(({ name }) => name)).toEqual(['chromium']);
  });
});
