import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineNames, engines } from '@sealmark/tooling/browsers';
import { pack, repository } from './pack.ts';
import { endAll, run } from './process.ts';
import { consume, names, open, type Result } from './run.ts';

const help = `npm run test:consumers -- [names] [--json] [--keep]

Packs the packages, installs them in small real sites in a temporary folder, builds each with its own tools, and looks at
it in every browser found. A part of a name chooses. It needs a registry for what the sites use besides.

  --json   results as JSON, with the size of every file that each page loads
  --keep   leave the temporary folder, and tell where it is

Ends with 0 when all passed, with 1 when one failed or could not be installed, with 2 when the call was wrong.

`;

const note = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      keep: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    for (const name of names) console.log(`  ${name.padEnd(16)}${(await open(name)).about}`);
    return 0;
  }
  const chosen = positionals.length
    ? names.filter((name) => positionals.some((part) => name.includes(part)))
    : names;
  if (!chosen.length) {
    note(`There is no consumer ${positionals.join(', ')}. There are ${names.join(', ')}.`);
    return 2;
  }

  const folder = mkdtempSync(join(tmpdir(), 'sealmark-consumers-'));
  const leave = () => {
    endAll();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      leave();
      process.exit(1);
    });
  try {
    const results = await consumeAll(chosen, folder);
    if (values.json) console.log(JSON.stringify(results, undefined, 2));
    else tell(results);
    const passed = results.filter(({ outcome }) => outcome === 'passed').length;
    if (values.keep) note(`Kept in ${folder}`);
    (values.json ? note : console.log)(`${passed} passed, ${results.length - passed} failed`);
    return passed === results.length ? 0 : 1;
  } finally {
    leave();
  }
}

async function consumeAll(chosen: readonly string[], folder: string): Promise<Result[]> {
  note('Building and packing the packages …');
  await run('npm', ['run', 'build', '--', '--filter=./packages/*', '--output-logs=errors-only'], {
    cwd: repository,
  });
  const packages = await pack(folder);
  const found = engines();
  const results: Result[] = [];
  for (const name of engineNames.filter((each) => !found.some((engine) => engine.name === each)))
    results.push({
      consumer: 'all',
      engine: name,
      outcome: 'not installed',
      checks: [],
      loaded: [],
      failure: 'There is no such browser here.',
    });
  for (const [index, name] of chosen.entries()) {
    const progress = (what: string) => note(`[${index + 1}/${chosen.length}] ${name}: ${what}`);
    results.push(...(await consume(name, { folder, packages, engines: found, progress })));
    for (const { consumer, engine, outcome, failure } of results)
      if (consumer === name && failure)
        note(`  ${outcome} in ${engine}: ${failure.replaceAll('\n', '\n    ')}`);
    rmSync(join(folder, name, 'node_modules'), { recursive: true, force: true });
  }
  return results;
}

function tell(results: readonly Result[]): void {
  for (const { consumer, engine, outcome, checks, failure, loaded } of results) {
    const kilobytes = loaded.reduce((sum, { brotli }) => sum + brotli, 0) / 1000;
    const size = loaded.length
      ? ` · ${loaded.length} files, ${kilobytes.toFixed(1)} kB brotli`
      : '';
    const what = failure ? failure.split('\n')[0] : checks.join(' · ') + size;
    console.log(`${outcome.padEnd(14)}${consumer.padEnd(16)}${engine.padEnd(10)}${what}`);
  }
  const policies = new Map(results.map(({ consumer, policy }) => [consumer, policy]));
  for (const [consumer, policy] of policies)
    if (policy) console.log(`${'policy'.padEnd(14)}${consumer.padEnd(16)}${policy}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  note((error as Error).message);
  process.exitCode = 2;
}
