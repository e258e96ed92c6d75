import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checkout } from './checkout.ts';
import { Registry } from './registry.ts';
import { Report } from './report.ts';
import { elementBreaks } from './rounds/breaking.ts';
import { effects } from './rounds/effects.ts';
import { factChanges } from './rounds/fact.ts';
import { componentGains } from './rounds/feature.ts';
import { first } from './rounds/first.ts';
import { partsAreMended } from './rounds/mended.ts';
import { nextChannel } from './rounds/next.ts';
import { schemaGains } from './rounds/schema.ts';
import { siteMoves } from './rounds/site.ts';
import { workflowScripts } from './rounds/workflows.ts';
import { endAll, must } from './shell.ts';
import type { Stage } from './stage.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const rounds = [
  effects,
  first,
  partsAreMended,
  factChanges,
  componentGains,
  schemaGains,
  elementBreaks,
  workflowScripts,
  siteMoves,
  nextChannel,
];

const report = new Report();
const folder = mkdtempSync(join(tmpdir(), 'sealmark-rehearsal-'));
let registry: Registry | undefined;

/** Leaves nothing behind: no process, no port, no file. */
function cleanUp(): void {
  endAll();
  registry?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    cleanUp();
    process.exit(130);
  });
}

/** The environment in which our packages come from the registry of the rehearsal, and all others from where they always do. */
async function environment(address: string, token: string): Promise<NodeJS.ProcessEnv> {
  const here = { cwd: tmpdir() };
  const config = async (key: string): Promise<string> =>
    (await must('npm', ['config', 'get', key], here)).trim();
  const own = await config('userconfig');
  const lines = existsSync(own) ? readFileSync(own, 'utf8').trimEnd() : '';
  const write = (file: string, secret: string): string => {
    const path = join(folder, file);
    const host = address.replace(/^http:/, '');
    writeFileSync(
      path,
      `${lines}\n@sealmark:registry=${address}\n${host}:_authToken=${secret}\nupdate-notifier=false\naudit=false\nfund=false\n`,
      { mode: 0o600 },
    );
    return path;
  };
  write('npmrc-wrong', 'not-the-token');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  // What npm says to its scripts would be louder than these files.
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE$|INIT_CWD$)/.test(name)),
  );
  return {
    ...inherited,
    // What is left there when something is killed goes with the folder, as do our packages in npm's cache.
    TMPDIR: temporary,
    NPM_CONFIG_CACHE: join(folder, 'npm'),
    NPM_CONFIG_USERCONFIG: write('npmrc', token),
    REHEARSAL_REGISTRY: (await config('registry')).replace(/\/$/, ''),
  };
}

async function rehearse(): Promise<void> {
  const started = Date.now();
  registry = await Registry.open(join(folder, 'registry'));
  const env = await environment(registry.address, await registry.login());
  report.say(`A registry at ${registry.address}; installing a clone of what is committed …`);
  const checkout = await Checkout.open(repository, join(folder, 'checkout'), env);
  const stage: Stage = { checkout, registry, report, folder, env };
  for (const round of rounds) await round(stage);
  report.title('All rounds');
  report.rounds();
  report.say(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
}

try {
  await rehearse();
} catch (error) {
  report.check(
    'the rehearsal goes on to its end',
    false,
    error instanceof Error ? `${error.message}` : String(error),
  );
} finally {
  cleanUp();
}
process.exitCode = report.end();
