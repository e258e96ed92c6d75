import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Engine } from '@sealmark/tooling/browsers';
import type { Browser } from 'playwright';
import type { Consumer } from './consumer.ts';
import { manifestOf, repository } from './pack.ts';
import { run } from './process.ts';
import { serve, serveItself } from './server.ts';
import { type Loaded, visit } from './visit.ts';

/** What became of a consumer, in one engine or without any. */
export interface Result {
  readonly consumer: string;
  /** Where it was looked at; `node` for a program. */
  readonly engine: string;
  readonly outcome: 'passed' | 'failed' | 'not installed';
  readonly checks: readonly string[];
  readonly failure?: string;
  readonly loaded: readonly Loaded[];
  /** The content security policy that the page came with, if any. */
  readonly policy?: string;
}

const sites = join(import.meta.dirname, '..', 'sites');

/** The path of the machine: a program runs on the Node that it has, not on the one that npm brought this repository. */
const ownPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.startsWith(repository))
  .join(delimiter);

/** The names of all consumers. */
export const names = readdirSync(sites).sort();

export const open = async (name: string): Promise<Consumer> =>
  ((await import(join(sites, name, 'consumer.ts'))) as { default: Consumer }).default;

/** What all consumers share. */
export interface Run {
  /** A folder for a while. */
  readonly folder: string;
  /** The packed packages by name. */
  readonly packages: ReadonlyMap<string, string>;
  readonly engines: readonly Engine[];
  /** Told of what goes on. */
  readonly progress: (what: string) => void;
}

/** Installs a consumer in a folder of its own as a stranger would, builds it, and looks at it. */
export async function consume(
  name: string,
  { folder, packages, engines, progress }: Run,
): Promise<Result[]> {
  const consumer = await open(name);
  const cwd = join(folder, name);
  const result = (
    engine: string,
    outcome: Result['outcome'],
    rest: Partial<Result> = {},
  ): Result => ({
    consumer: name,
    engine,
    outcome,
    checks: [],
    loaded: [],
    ...rest,
  });
  const where = consumer.look ? engines.map((engine) => engine.name) : ['node'];
  const all = (outcome: Result['outcome'], error: unknown) =>
    where.map((engine) => result(engine, outcome, { failure: (error as Error).message }));

  try {
    progress('installs');
    await install(name, cwd, packages);
  } catch (error) {
    return all('not installed', error);
  }
  try {
    const { scripts = {} } = manifestOf(cwd);
    for (const script of ['build', 'check'].filter((each) => each in scripts)) {
      progress(`runs ${script}`);
      await run('npm', ['run', script], { cwd, ...(!consumer.look && { env: { PATH: ownPath } }) });
    }
    const { look, policy, scripting = true } = consumer;
    if (!look) return [result('node', 'passed', { checks: ['check'] })];

    using site = consumer.serve
      ? await serve(join(cwd, consumer.serve), policy)
      : await serveItself(cwd);
    const results: Result[] = [];
    for (const engine of engines) {
      progress(engine.name);
      const browser: Browser = await engine.launch({ scripting });
      const visited = await visit(browser, site.origin, look).finally(() => browser.close());
      results.push(result(engine.name, visited.failure ? 'failed' : 'passed', visited));
    }
    return results;
  } catch (error) {
    return all('failed', error);
  }
}

/** Copies a consumer and installs what it names, our own packages from the packed files. */
async function install(
  name: string,
  cwd: string,
  packages: ReadonlyMap<string, string>,
): Promise<void> {
  mkdirSync(cwd, { recursive: true });
  cpSync(join(sites, name), cwd, { recursive: true });
  const manifest = manifestOf(cwd);
  const files = Object.fromEntries([...packages].map(([id, file]) => [id, `file:${file}`]));
  for (const id of Object.keys(manifest.dependencies ?? {})) {
    const file = files[id];
    if (file && manifest.dependencies) manifest.dependencies[id] = file;
  }
  manifest.overrides = { ...manifest.overrides, ...files };
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest, undefined, 2));
  const npmrc = join(repository, '.npmrc');
  if (existsSync(npmrc)) cpSync(npmrc, join(cwd, '.npmrc'));
  await run('npm', ['install', '--prefer-offline', '--no-package-lock'], { cwd });
}
