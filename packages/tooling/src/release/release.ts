import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentsOf, problemsOfContents } from '../package/contents.ts';
import { problemsOfFields } from '../package/fields.ts';
import { repository, run } from '../run.ts';
import { turbo } from '../turbo.ts';
import { explain } from './explain.ts';
import { packagesOf } from './packages.ts';
import { missingTags } from './tags.ts';
import { pendingChangesets } from './version.ts';

const usage = `Usage: npm run release [-- options]

Builds, packs, checks and publishes every package whose version is not on the registry yet, then tags what
is there. After a failure run it again: what is published stays, the rest follows.

  --pack <folder>   only build, check and pack into a folder
  --from <folder>   only publish what was packed there
  --tag <channel>   publish for a trial, from "npm run version -- --snapshot next": no tag in git
`;

interface Plan {
  readonly plan: { kind: string; name: string; version: string }[][];
}

/** Runs changesets and shows what it says. */
async function changeset(args: readonly string[]): Promise<{ code: number; output: string }> {
  // npm asks for a one-time password only where it has the terminal for itself.
  if (args[0] === 'publish' && process.stdin.isTTY && process.stdout.isTTY)
    return { code: await run('changeset', args, { cwd: repository }), output: '' };
  return new Promise((done) => {
    const shell = process.platform === 'win32';
    const child = spawn('changeset', args, { cwd: repository, shell });
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
        target.write(data);
      });
    }
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

function planned(folder: string): Plan['plan'][number] {
  const file = join(folder, 'publish-plan.json');
  if (!existsSync(file)) return [];
  const { plan } = JSON.parse(readFileSync(file, 'utf8')) as Plan;
  return plan.flat().filter(({ kind }) => kind === 'publish');
}

/**
 * Puts all of a plan into a channel, which changesets offers only where it publishes without packing first. What is not
 * published is not in it: a trial has no tags.
 */
function toChannel(file: string, tag: string): void {
  const { plan, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Plan;
  const moved = plan.map((chunk) =>
    chunk.filter(({ kind }) => kind === 'publish').map((release) => ({ ...release, tag })),
  );
  writeFileSync(file, JSON.stringify({ ...rest, plan: moved }));
}

/** Packs what is not on the registry. Nothing is packed where one package is not as it should be. */
async function pack(folder: string, tag: string | undefined): Promise<number> {
  if (tag === undefined && pendingChangesets().length > 0) {
    console.error('Changesets wait in .changeset: make the versions first (npm run version).');
    return 1;
  }
  const quiet = ['--output-logs=errors-only', '--ui=stream'];
  if ((await turbo(['run', 'build', '--filter=./packages/*', ...quiet])) !== 0) return 1;

  const plan = join(folder, 'publish-plan.json');
  const { code, output } = await changeset(['publish-plan', '--output', plan]);
  if (code !== 0) {
    console.error(
      `${explain(output) ?? 'The registry could not be asked.'} Nothing was published.`,
    );
    return code;
  }
  if (tag !== undefined) toChannel(plan, tag);
  const names = new Set(planned(folder).map(({ name }) => name));
  const problems = packagesOf(repository)
    .filter(({ manifest }) => names.has(manifest.name))
    .flatMap(({ folder: root, manifest }) =>
      [
        ...problemsOfFields(root, manifest),
        ...problemsOfContents(root, manifest, contentsOf(root)),
      ].map((problem) => `${manifest.name}: ${problem}`),
    );
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    console.error('Nothing was published.');
    return 1;
  }
  if (names.size === 0) return 0;
  return (await changeset(['pack', '--from-publish-plan', plan, '--out-dir', folder])).code;
}

/** Publishes what was packed, what others depend on first; then tags. No tag is made before everything is there. */
async function publish(folder: string, tag: string | undefined): Promise<number> {
  const releases = planned(folder);
  if (releases.length === 0) console.log('Every version is on the registry already.');
  else {
    const { code, output } = await changeset([
      'publish',
      '--from-pack-dir',
      folder,
      '--no-git-tag',
    ]);
    if (code !== 0) {
      console.error(
        `\n${explain(output) ?? 'The registry refused.'} No tag was made. Put it right and run the command again: what is published stays, the rest follows.`,
      );
      return code;
    }
  }
  return tag === undefined ? makeTags() : 0;
}

/** Tags every version that has no tag yet. changesets says that it has made them even where git refused. */
async function makeTags(): Promise<number> {
  const code = await run('changeset', ['git-tag'], { cwd: repository });
  if (code !== 0) return code;
  const missing = missingTags(repository, packagesOf(repository));
  if (missing.length === 0) return 0;
  console.error(
    `\nEverything is published, but git has made no tag for ${missing.join(', ')}. A tag says who made it: does git know you (git config user.name, git config user.email)? Put it right and run the command again.`,
  );
  return 1;
}

/**
 * Publishes every package whose version is not on the registry yet.
 *
 * @returns the exit code.
 */
export async function release(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean' },
      pack: { type: 'string' },
      from: { type: 'string' },
      tag: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.pack !== undefined) return pack(resolve(values.pack), values.tag);
  if (values.from !== undefined) return publish(resolve(values.from), values.tag);
  const folder = mkdtempSync(join(tmpdir(), 'sealmark-release-'));
  try {
    return (await pack(folder, values.tag)) || (await publish(folder, values.tag));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
