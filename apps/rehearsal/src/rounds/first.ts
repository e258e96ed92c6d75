import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer, everything, managers, ranges, usesEverything } from '../consumer.ts';
import { checkRelease, makeVersions, stateOf } from '../release.ts';
import { attempt } from '../shell.ts';
import type { Stage } from '../stage.ts';

/** What the stranger's project has to find. */
const found = {
  names: ['Signal', 'Briar'],
  guide: 'string',
  card: true,
  style: true,
  script: true,
  schema: 'https://json-schema.org/draft/2020-12/schema',
  tools: 'function',
  theme: true,
};

/** Everything as it stands is published; before it the data of September 2022. */
export async function first(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  const before = await stateOf(stage);
  report.title('Everything as it stands, and the data of September 2022 before it');

  const early = await checkout.run('release');
  report.check(
    'while changesets wait, nothing is published',
    early.code !== 0 && early.output.includes('make the versions first'),
    early.output,
  );
  const past = await attempt(
    'npx',
    ['sealmark-tooling', 'pack-past', 'packages/messengers', '1.0.0', '.'],
    {
      cwd: checkout.folder,
      env: checkout.env,
    },
  );
  report.check(
    'nor is a past version packed',
    past.code !== 0 && past.output.includes('make the versions first'),
    past.output,
  );
  await makeVersions(stage);

  await wrongToken(stage);
  await thePast(stage);
  await halfWay(stage);

  const firsts = Object.fromEntries(everything.map((name) => [name, '1.0.0']));
  await checkRelease(stage, before, {
    name: 'as it stands',
    moves: { ...firsts, messengers: '1.1.0', docs: '0.1.0', storybook: '0.1.0' },
    published: ['@sealmark/messengers@1.0.0'],
    // What is never published has no changesets, and one version for good.
    tagged: ['@sealmark/tooling@0.0.0'],
  });
  const ours = checkout.packages().filter((pack) => !pack.private);
  report.equal(
    'strangers install all that is published',
    everything.map((name) => `@sealmark/${name}`).sort(),
    ours.map(({ name }) => name).sort(),
  );
  await strangers(stage);
  await twoStates(stage);
}

async function wrongToken({ checkout, registry, report, folder }: Stage): Promise<void> {
  const wrong = { NPM_CONFIG_USERCONFIG: join(folder, 'npmrc-wrong') };
  const { code, output } = await checkout.run('release', [], wrong);
  report.check(
    'with a wrong token it says so',
    code !== 0 && output.includes('does not know this token'),
    output,
  );
  report.equal(
    'and nothing is half-done',
    [registry.stored(), await checkout.git('tag')],
    [[], ''],
  );
}

/** Publishes the data's first version from its release file. */
async function thePast({ checkout, report, folder }: Stage): Promise<void> {
  const past = join(folder, 'past');
  await checkout.must('npx', [
    'sealmark-tooling',
    'pack-past',
    'packages/messengers',
    '1.0.0',
    past,
  ]);
  const [tarball = ''] = globSync('*.tgz', { cwd: past });
  await checkout.must('npm', ['publish', join(past, tarball)]);
  report.check('messengers 1.0.0 is built from its release file and published', true);
}

/** The registry dies while packages arrive, comes back, and the same command ends what it began. */
async function halfWay({ checkout, registry, report }: Stage): Promise<void> {
  registry.relay.dieAfter(2);
  // npm would ask again for more than a minute.
  const { code, output } = await checkout.run('release', [], { NPM_CONFIG_FETCH_RETRIES: '0' });
  registry.relay.comeBack();
  report.check(
    'when the registry dies half-way it says so, and how to go on',
    code !== 0 && output.includes('does not answer') && output.includes('the rest follows'),
    output,
  );
  const stored = registry.stored();
  report.check(
    `then ${stored.length} tarballs are there, none before what it depends on`,
    stored.length > 2 && !stored.some((file) => /messenger-card|prerender/.test(file)),
    stored.join('\n'),
  );
  report.equal('and no package has a tag', await checkout.git('tag'), '');

  const rest = await checkout.run('release');
  report.check('the same command publishes the rest', rest.code === 0, rest.output);
  const third = await checkout.run('release');
  report.check(
    'once more, and nothing is left to publish',
    third.code === 0 && third.output.includes('on the registry already'),
    third.output,
  );
  await checkout.git('push', '--quiet', 'origin', '--tags');
}

/** Strangers install with each package manager, and everything works. */
async function strangers(stage: Stage): Promise<void> {
  const { report, checkout } = stage;
  for (const manager of Object.keys(managers) as (keyof typeof managers)[]) {
    const consumer = new Consumer(stage, `stranger-${manager}`, ranges('^1.0.0'), manager);
    const installed = await consumer.install();
    report.check(`${manager} installs all packages`, installed.code === 0, installed.output);
    const { code, output } = await consumer.node('use.js', usesEverything);
    const says = code === 0 ? (JSON.parse(output.trim().split('\n').at(-1) ?? '') as object) : {};
    report.check(
      `and with ${manager} all of them work`,
      JSON.stringify({ ...says, ...found }) === JSON.stringify(says),
      output,
    );
  }
  const typed = new Consumer(
    stage,
    'stranger-types',
    { ...ranges('^1.0.0'), react: '^19.0.0', '@types/react': '^19.0.0' },
    'pnpm',
  );
  typed.write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'NodeNext',
        strict: true,
        noEmit: true,
        jsx: 'react-jsx',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
      },
      include: ['*.tsx'],
    }),
  );
  typed.write(
    'use.tsx',
    `import type {} from '@sealmark/messenger-card/react';
import '@sealmark/messenger-card/define.js';
import { signal } from '@sealmark/messengers';
import type { MessengerCard } from '@sealmark/messenger-card';

export const name: string = signal.name;
export const card = document.querySelector('messenger-card') satisfies MessengerCard | null;
export const page = <messenger-card name="signal" heading-level="2" />;
// @ts-expect-error -- a level is a number from two to six
export const wrong = <messenger-card name="signal" heading-level="large" />;
`,
  );
  const installed = await typed.install();
  const tsc = join(checkout.folder, 'node_modules/.bin/tsc');
  const { code, output } = await typed.run(tsc, ['-p', '.']);
  report.check(
    'TypeScript and React find all types in the strict tree of pnpm',
    installed.code === 0 && code === 0,
    output || installed.output,
  );
}

/** A consumer has both states of the data, and what the second says of the change is so. */
async function twoStates(stage: Stage): Promise<void> {
  const { report, checkout } = stage;
  const now = checkout.versions().get('@sealmark/messengers');
  const consumer = new Consumer(stage, 'two-states', {
    before: 'npm:@sealmark/messengers@1.0.0',
    now: `npm:@sealmark/messengers@${now}`,
  });
  await consumer.must('npm', ['install']);
  const { code, output } = await consumer.node(
    'compare.js',
    `
import { isDeepStrictEqual } from 'node:util';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const at = (record, path) => path.split('/').slice(1).reduce((value, key) => value?.[key], record);
const [was, is] = ['before', 'now'].map((name) => require(name + '/all.json'));
const { changes } = require('now/changes.json').find(({ version }) => version === '${now}');
const claims = changes.filter(({ path }) => /^\\/claims\\/[^/]+\\/value$/.test(path));
const wrong = claims.filter(({ entry, path, before, after }) => {
  const [old, current] = [was, is].map((all) => at(all.find(({ id }) => id === entry), path));
  return !isDeepStrictEqual(old, before) || !isDeepStrictEqual(current, after);
});
console.log(JSON.stringify({ changes: changes.length, claims: claims.length, wrong }));
`,
  );
  const says = code === 0 ? JSON.parse(output) : {};
  report.check(
    `from 1.0.0 to ${now} changes.json names ${says.changes} changes; the ${says.claims} claims among them read so in both packages`,
    code === 0 && says.claims > 0 && says.wrong.length === 0,
    output,
  );
}
