import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer, ranges, usesEverything } from './consumer.ts';
import type { Stage } from './stage.ts';

/** What a round is about to release. */
export interface Plan {
  /** The name of the round in tables. */
  readonly name: string;
  /** The new versions, by the name without its scope: these move and nothing else does. */
  readonly moves: Readonly<Record<string, string>>;
  /** What else is new on the registry: `name@version`. */
  readonly published?: readonly string[];
  /** What else is tagged. */
  readonly tagged?: readonly string[];
}

/** What there is between two rounds. */
export interface State {
  /** The versions of all packages, by name. */
  readonly versions: Map<string, string>;
  /** Everything on the registry: `name@version`. */
  readonly published: readonly string[];
  /** All tags that were pushed. */
  readonly tags: readonly string[];
}

export async function stateOf({ checkout, registry }: Stage): Promise<State> {
  const published: string[] = [];
  for (const { name } of checkout.packages())
    published.push(...(await registry.versions(name)).map((version) => `${name}@${version}`));
  return { versions: checkout.versions(), published, tags: (await checkout.tags()).pushed };
}

const full = (name: string): string => `@sealmark/${name}`;

/** Makes the versions and commits them. Fails the round where that fails. */
export async function makeVersions({ checkout, report }: Stage): Promise<void> {
  const { code, output } = await checkout.run('version');
  report.check('npm run version makes the versions', code === 0, output);
  if (code !== 0) throw new Error('Without versions there is nothing to publish.');
  await checkout.commit('Version packages');
}

/** Packs, publishes and tags as the workflow does. Fails the rehearsal where that fails. */
export async function publish(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  const packed = await pack(stage);
  const { code, output } = await checkout.script('publish', [packed]);
  report.check('it publishes, where git knows nobody, and pushes the tags', code === 0, output);
  if (code !== 0) throw new Error('What was not published cannot be used.');
}

/** Packs as the workflow does. Gives the folder. */
export async function pack({ checkout, report, folder }: Stage): Promise<string> {
  const into = mkdtempSync(join(folder, 'packed-'));
  const { packed, output } = await packAsTheWorkflow({ checkout, folder: into });
  report.check('the workflow packs', packed, output);
  return into;
}

/** Whoever installed everything in the first round, and updates nothing, gets what they had, and it works. */
export async function keepsWorking(stage: Stage): Promise<void> {
  const old = new Consumer(stage, 'stranger-npm', ranges('^1.0.0'));
  const { code: installed, output } = await old.run('npm', ['ci']);
  const used = await old.node('use.js', usesEverything);
  stage.report.check(
    'who installed everything in the first round and updates nothing keeps working',
    installed === 0 && used.code === 0 && old.version('@sealmark/embed') === '1.0.0',
    output + used.output,
  );
}

/** Packs with the script of the workflow, and tells whether the workflow would hear that there is something. */
export async function packAsTheWorkflow({
  checkout,
  folder,
  channel = '',
}: {
  checkout: Stage['checkout'];
  folder: string;
  channel?: string;
}): Promise<{ packed: boolean; output: string }> {
  const file = `${folder}.output`;
  writeFileSync(file, '');
  const { code, output } = await checkout.script('pack', [folder, channel], {
    GITHUB_OUTPUT: file,
  });
  return { packed: code === 0 && readFileSync(file, 'utf8') === 'packed=true\n', output };
}

/** Checks that what is said moved, and nothing else. Gives what moved. */
export function checkMoves(
  { checkout, report }: Stage,
  before: Map<string, string>,
  moves: Plan['moves'],
): Record<string, string> {
  const moved = Object.fromEntries(
    [...checkout.versions()].filter(([pack, version]) => before.get(pack) !== version),
  );
  const expected = Object.fromEntries(
    Object.entries(moves).map(([pack, version]) => [full(pack), version]),
  );
  report.equal(
    `nothing moves but ${Object.keys(moves).join(', ')}`,
    sorted(moved),
    sorted(expected),
  );
  return moved;
}

/** Checks what a release came to: versions, registry, tags, changelogs, lock file. Prints the table first. */
export async function checkRelease(
  stage: Stage,
  before: State,
  { name, moves, published = [], tagged = [] }: Plan,
): Promise<void> {
  const { checkout, registry, report } = stage;
  const packages = checkout.packages();
  report.versions(name, before.versions, checkout.versions());
  const moved = checkMoves(stage, before.versions, moves);

  const wrong: string[] = [];
  for (const { name: pack, version, private: hidden } of packages) {
    if (hidden) continue;
    const [versions, latest] = [await registry.versions(pack), await registry.tag(pack)];
    if (!versions.includes(version)) wrong.push(`${pack}@${version} is not there`);
    if (latest !== version) wrong.push(`${pack}: latest is ${latest}, not ${version}`);
  }
  report.check(
    'the registry has each version, as the latest',
    wrong.length === 0,
    wrong.join('\n'),
  );

  const after = await stateOf(stage);
  const news = packages.filter(({ name: pack }) => pack in moves || pack in moved);
  const of = (packs: typeof packages): string[] =>
    packs.map(({ name: pack, version }) => `${pack}@${version}`);
  report.equal(
    'nothing else is on the registry',
    after.published.toSorted(),
    [...before.published, ...of(news.filter((pack) => !pack.private)), ...published].sort(),
  );
  report.equal(
    'each new version has its tag, nothing else has one, and all are pushed',
    [after.tags, (await checkout.tags()).here],
    Array(2).fill([...before.tags, ...of(news), ...tagged].sort()),
  );

  const silent = packages
    .filter(({ name: pack }) => pack in moved)
    .filter(({ folder, version }) => {
      const file = `${folder}/CHANGELOG.md`;
      const [, first] = checkout.has(file) ? (/^## (\S+)/m.exec(checkout.read(file)) ?? []) : [];
      return first !== version;
    });
  report.check(
    'each changelog begins with the new version',
    silent.length === 0,
    silent.map(({ name: pack }) => pack).join('\n'),
  );

  const ci = checkout.must('npm', ['ci', '--dry-run', '--ignore-scripts']);
  report.check(
    'the lock file fits the packages and names no address',
    (await ci.then(
      () => true,
      () => false,
    )) && !/"resolved": "[a-z]+:/.test(checkout.read('package-lock.json')),
  );
  report.check(
    'nothing is left to commit',
    await checkout.isClean(),
    await checkout.git('status', '--short'),
  );
}

const sorted = (record: Record<string, string>): [string, string][] =>
  Object.entries(record).sort(([a], [b]) => a.localeCompare(b));
