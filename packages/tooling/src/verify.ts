import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { installBrowsers } from './install-browsers.ts';
import { readResult } from './results.ts';
import { needsShell, repository } from './run.ts';
import { addUp, type Outcome, type PlannedTask, report } from './summary.ts';
import { turbo, turboEnvironment } from './turbo.ts';

const usage = `Usage: npm test [-- turbo options]

Installs the browsers that are missing, then builds, lints, checks and tests everything. What has
not changed comes from turbo's cache.

  npm test -- --filter=@sealmark/audit-badge   one package and what it is built from
  npm test -- --force                          everything again

CHROMIUM_PATH, FIREFOX_PATH   the programs to test in
REQUIRE_ENGINES               engines without which the run fails: chromium,firefox
`;

const tasks = ['build', 'lint', 'check', 'test'];

/** The part of turbo's plan and of its summary of a run that is read here. */
interface TurboRun {
  readonly tasks: readonly (PlannedTask & {
    readonly command: string;
    readonly cache?: { readonly status?: string };
    readonly execution?: { readonly exitCode?: number };
  })[];
}

function summaries(): string[] {
  return globSync('.turbo/runs/*.json', { cwd: repository }).map((file) => join(repository, file));
}

function read(text: string): TurboRun {
  return JSON.parse(text) as TurboRun;
}

/**
 * Builds, lints, checks and tests everything, and adds up the results. The last line is `N passed, N failed`.
 *
 * @param args options for turbo.
 * @returns the exit code: 0 when something was tested and nothing failed.
 */
export async function verify(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const browsers = await installBrowsers();
  console.log(`Testing in ${browsers.versions.join(' and ') || 'Node alone'}.`);
  const required = (process.env['REQUIRE_ENGINES'] ?? '').split(',').filter((name) => name !== '');
  const missing = required.filter(
    (name) => !browsers.versions.some((each) => each.startsWith(`${name}@`)),
  );

  const variables = { ...browsers.variables, SEALMARK_ENGINES: browsers.versions.join(',') };
  const chosen = ['run', ...tasks, ...args];
  const plan = read(
    execFileSync('turbo', [...chosen, '--dry=json'], {
      cwd: repository,
      env: turboEnvironment(variables),
      encoding: 'utf8',
      maxBuffer: Infinity,
      shell: needsShell,
    }),
  );
  for (const folder of globSync('{packages,apps}/*/.results', { cwd: repository })) {
    rmSync(join(repository, folder), { recursive: true });
  }
  for (const file of summaries()) rmSync(file);

  const code = await turbo(
    [
      ...chosen,
      '--continue=dependencies-successful',
      // One more than there are processors, for tests wait for browsers now and then.
      `--concurrency=${availableParallelism() + 1}`,
      '--output-logs=new-only',
      '--log-order=grouped',
      '--ui=stream',
      '--summarize',
    ],
    variables,
  );

  const [file] = summaries();
  const ran = new Map(
    file === undefined
      ? []
      : read(readFileSync(file, 'utf8')).tasks.map((task) => [task.taskId, task]),
  );
  const outcomes: Outcome[] = plan.tasks
    .filter(({ command }) => command !== '<NONEXISTENT>')
    .map(({ taskId, task, package: name, directory }) => ({
      taskId,
      task,
      package: name,
      directory,
      exitCode: ran.get(taskId)?.execution?.exitCode,
      cached: ran.get(taskId)?.cache?.status === 'HIT',
      result: readResult(join(repository, directory), task),
    }));
  const total = addUp(outcomes, missing);
  console.log(report(outcomes, total));
  return code === 0 && total.failed === 0 && total.tests > 0 ? 0 : 1;
}
