import { readFileSync, writeFileSync } from 'node:fs';
import { attempt } from './shell.ts';
import type { Stage } from './stage.ts';

/** What a round is about to release. */
export interface Plan {
  /** The name of the round in tables. */
  readonly name: string;
  /** The new versions, by the name without its scope: these move and nothing else does. */
  readonly moves: Readonly<Record<string, string>>;
}

const full = (name: string): string => `@sealmark/${name}`;

/** Makes the versions and commits them. Fails the round where that fails. */
export async function makeVersions({ checkout, report }: Stage): Promise<void> {
  const { code, output } = await checkout.run('version');
  report.check('npm run version makes the versions', code === 0, output);
  if (code !== 0) throw new Error('Without versions there is nothing to publish.');
  await checkout.commit('Version packages');
}

/** Publishes. Fails the rehearsal where that fails. */
export async function publish(
  { checkout, report }: Pick<Stage, 'checkout' | 'report'>,
  promise = 'npm run release publishes them',
): Promise<void> {
  const { code, output } = await checkout.run('release');
  report.check(promise, code === 0, output);
  if (code !== 0) throw new Error('What was not published cannot be used.');
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
  const { code, output } = await attempt('.github/pack', [folder, channel], {
    cwd: checkout.folder,
    env: { ...checkout.env, GITHUB_OUTPUT: file },
  });
  return { packed: code === 0 && readFileSync(file, 'utf8') === 'packed=true\n', output };
}

/** Checks what a release came to: versions, registry, tags, changelogs, lock file. Prints the table first. */
export async function checkRelease(
  stage: Stage,
  before: Map<string, string>,
  { name, moves }: Plan,
): Promise<void> {
  const { checkout, registry, report } = stage;
  const packages = checkout.packages();
  const after = checkout.versions();
  report.versions(name, before, after);

  const moved = Object.fromEntries(
    [...after].filter(([pack, version]) => before.get(pack) !== version),
  );
  const expected = Object.fromEntries(
    Object.entries(moves).map(([pack, version]) => [full(pack), version]),
  );
  report.equal(
    `nothing moves but ${Object.keys(moves).join(', ')}`,
    sorted(moved),
    sorted(expected),
  );

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

  const tags = new Set((await checkout.git('tag')).split('\n'));
  const untagged = Object.entries(moved)
    .map(([pack, version]) => `${pack}@${version}`)
    .filter((tag) => !tags.has(tag));
  report.check('each new version has its tag', untagged.length === 0, untagged.join('\n'));

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
