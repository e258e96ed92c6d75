import { existsSync } from 'node:fs';
import { type Engine, type EngineName, engineNames, findEngines, variableOf } from './browsers.ts';
import { run } from './run.ts';

/** An engine that starts, or the reasons why there is none. */
interface Found {
  readonly engine?: Engine;
  readonly version?: string;
  readonly tried: readonly string[];
}

async function firstThatStarts(name: EngineName): Promise<Found> {
  const candidates = findEngines(name);
  const variable = variableOf(name);
  const stated = process.env[variable];
  const nothing = stated
    ? `${variable} names ${stated}, and there is no such program`
    : `no ${name} in ${variable}, on PATH, in the usual places, or downloaded by Playwright`;
  const tried = candidates.length === 0 ? [nothing] : [];
  for (const engine of candidates) {
    try {
      const browser = await engine.launch();
      const version = browser.version();
      await browser.close();
      return { engine, version, tried };
    } catch (error) {
      tried.push(`${engine.path} does not start: ${String(error).split('\n')[0]}`);
    }
  }
  return { tried };
}

const packages: Record<EngineName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Ways to get browsers, in order. Each tells what it is, and installs the engines that are missing. */
const installers: {
  about: string;
  can: () => boolean;
  install: (names: EngineName[]) => Promise<number>;
}[] = [
  {
    about: 'apt-get install',
    can: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    install: async (names) => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update', '-qq'], { env });
      const wanted = [...names.map((name) => packages[name]), 'fonts-noto-core'];
      return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
        env,
      });
    },
  },
  {
    about: 'playwright install',
    can: () => true,
    install: (names) => run('playwright', ['install', ...names]),
  },
];

/** What a machine has to test in. */
export interface Browsers {
  /** Engines that start, each with its version: `chromium@156.0.1`. */
  readonly versions: readonly string[];
  /** Variables that make every task use the same programs. */
  readonly variables: Record<string, string>;
  /** Engines that cannot be had. */
  readonly missing: readonly EngineName[];
}

/**
 * Finds every engine, and installs those that are not there. Says plainly what was tried for those that cannot be had.
 */
export async function installBrowsers(): Promise<Browsers> {
  const found = new Map<EngineName, Found>();
  const tried = new Map<EngineName, string[]>(engineNames.map((name) => [name, []]));
  const look = async (): Promise<EngineName[]> => {
    for (const name of engineNames) {
      if (found.get(name)?.engine) continue;
      const result = await firstThatStarts(name);
      found.set(name, result);
      for (const line of result.tried)
        if (!tried.get(name)?.includes(line)) tried.get(name)?.push(line);
    }
    return engineNames.filter((name) => found.get(name)?.engine === undefined);
  };

  let missing = await look();
  for (const { about, can, install } of installers) {
    // Who names a program wants that one and no other.
    const wanted = missing.filter((name) => !process.env[variableOf(name)]);
    if (wanted.length === 0) break;
    if (!can()) continue;
    console.log(`Installing ${wanted.join(' and ')} with ${about} …`);
    const code = await install(wanted);
    for (const name of wanted)
      tried.get(name)?.push(`${about} ${code === 0 ? 'ran' : `ended with ${code}`}`);
    missing = await look();
  }
  for (const name of missing) {
    console.error(
      `There is no ${name} to test in. Tried:\n${tried
        .get(name)
        ?.map((line) => `  - ${line}`)
        .join('\n')}`,
    );
  }
  const there = [...found].filter(([, { engine }]) => engine !== undefined);
  return {
    versions: there.map(([name, { version }]) => `${name}@${version}`),
    variables: Object.fromEntries(
      there.map(([name, { engine }]) => [variableOf(name), engine?.path ?? '']),
    ),
    missing,
  };
}
