import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserType, chromium, firefox, type LaunchOptions } from 'playwright';

/** The engines that every test run covers. */
export const engineNames = ['chromium', 'firefox'] as const;

/** The name of an engine. */
export type EngineName = (typeof engineNames)[number];

/** A browser that was found on this machine. */
export interface Engine {
  readonly name: EngineName;
  /** Absolute path of the program. */
  readonly path: string;
  /** How Playwright starts it, headless. */
  readonly launchOptions: LaunchOptions;
  /**
   * Starts it with Playwright. The caller closes it. With `scripting: false` no page runs a script; Firefox then knows
   * keys and the mouse (`page.keyboard`, `page.mouse`), while `locator.click` and screenshots wait for scripts forever.
   * With `forcedColors: true` Firefox forces its colors; Chromium does for `newPage({ forcedColors: 'active' })`.
   */
  launch(options?: { scripting?: boolean; forcedColors?: boolean }): Promise<Browser>;
}

interface Kind {
  readonly variable: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
  readonly bundled: () => string;
  readonly options: LaunchOptions;
  readonly withoutScripting: LaunchOptions;
  readonly withForcedColors: LaunchOptions;
}

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
].filter((folder) => folder !== undefined);

const types: Record<EngineName, BrowserType> = { chromium, firefox };

const chromiumArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** An installed Firefox starts its own extensions and a page of news with every profile: a quarter of its start. */
const firefoxUserPrefs = {
  'extensions.enabledScopes': 0,
  'browser.newtabpage.enabled': false,
  'browser.newtab.preload': false,
};

const kinds: Record<EngineName, Kind> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
      ...programFiles.map((folder) =>
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      ),
    ],
    bundled: () => chromium.executablePath(),
    options: { args: chromiumArgs },
    withoutScripting: { args: [...chromiumArgs, '--blink-settings=scriptEnabled=false'] },
    withForcedColors: {},
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(homedir(), 'Applications/Firefox.app/Contents/MacOS/firefox'),
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
    ],
    bundled: () => firefox.executablePath(),
    options: { firefoxUserPrefs },
    withoutScripting: { firefoxUserPrefs: { ...firefoxUserPrefs, 'javascript.enabled': false } },
    withForcedColors: {
      firefoxUserPrefs: { ...firefoxUserPrefs, 'browser.display.document_color_use': 2 },
    },
  },
};

/** Whether Playwright's own build stands at `path`. Only that one speaks Playwright's protocol; other Firefoxes speak BiDi. */
function isBundled(name: EngineName, path: string): boolean {
  return path === kinds[name].bundled();
}

function onPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, process.platform === 'win32' ? `${command}.exe` : command))
    .find((path) => existsSync(path));
}

function places(name: EngineName): string[] {
  const kind = kinds[name];
  const stated = process.env[kind.variable];
  if (stated) return [stated];
  const commands = kind.commands.map(onPath).filter((path) => path !== undefined);
  return [...new Set([...commands, ...kind.places, kind.bundled()])];
}

/** The variable that names the program of an engine. */
export function variableOf(name: EngineName): string {
  return kinds[name].variable;
}

/**
 * Looks for an engine: what the variable names (`CHROMIUM_PATH`, `FIREFOX_PATH`) and nothing else where it is set, else
 * the commands on `PATH`, the usual places of the platform and Playwright's own download, in this order.
 */
export function findEngines(name: EngineName): Engine[] {
  return places(name)
    .filter((path) => existsSync(path))
    .map((path) => {
      const launchOptions: LaunchOptions = {
        ...kinds[name].options,
        ...(name === 'firefox' && !isBundled(name, path) ? { channel: 'moz-firefox' } : {}),
        executablePath: path,
        // Dates and words of a test must not depend on the machine.
        env: { ...process.env, TZ: 'UTC', LANG: 'en_US.UTF-8' } as Record<string, string>,
      };
      return {
        name,
        path,
        launchOptions,
        launch: ({ scripting = true, forcedColors = false } = {}) =>
          types[name].launch({
            ...launchOptions,
            ...(scripting ? {} : kinds[name].withoutScripting),
            ...(forcedColors ? kinds[name].withForcedColors : {}),
          }),
      };
    });
}

/**
 * The engines to test in, for `describe.each(engines())`: those that `npm test` has found to start, else all that are on
 * this machine. Empty where there is no browser; `npm test` names what is missing.
 */
export function engines(): Engine[] {
  const started = process.env['SEALMARK_ENGINES']?.split(',').map((each) => each.split('@')[0]);
  return engineNames
    .filter((name) => started?.includes(name) ?? true)
    .flatMap((name) => findEngines(name).slice(0, 1));
}
