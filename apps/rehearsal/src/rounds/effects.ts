import { globSync } from 'node:fs';
import { table } from '../report.ts';
import type { Stage } from '../stage.ts';

interface Plan {
  readonly tasks: readonly { taskId: string; hash: string; package: string; task: string }[];
}

/** What a change in each package rebuilds and retests: itself, and what is made with it. */
export async function effects(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('What a change in one package rebuilds and retests');
  const before = await hashes(stage);
  const packages = checkout.packages();
  const short = (names: readonly string[]): string =>
    names.map((name) => name.replace('@sealmark/', '')).join(' ');

  const rows: string[][] = [];
  const wrong: string[] = [];
  for (const { name, folder } of packages) {
    const sources = `${folder}/{src,content,.storybook}/**/*.{ts,yaml}`;
    const [file = ''] = globSync(sources, { cwd: checkout.folder }).sort();
    checkout.write(file, `${checkout.read(file)}\n`);
    const changed = await changes(stage, before);
    await checkout.undo();
    const built = changed.filter(({ task }) => task === 'build').map((each) => each.package);
    const tested = changed.filter(({ task }) => task === 'test').map((each) => each.package);
    const onlyTested = tested.filter((each) => !built.includes(each));
    const others = built.filter((each) => each !== name);
    rows.push([
      short([name]),
      `${built.length}`,
      `${tested.length}`,
      `${short(others)}${onlyTested.length > 0 ? ` (${short(onlyTested)})` : ''}`,
    ]);

    const made = dependentsOf(stage, name);
    for (const [what, done, expected] of [
      ['rebuilds', built, made],
      ['retests', tested, new Set([...made, ...testedWith(stage, made)])],
    ] as const)
      if (done.toSorted().join() !== [...expected].sort().join())
        wrong.push(`${name} ${what} ${short(done)}`);
  }
  const all = `of ${packages.length}`;
  report.say(
    table([
      ['a change in', `rebuilds ${all}`, `retests ${all}`, 'besides itself (only retested)'],
      ...rows,
    ]),
  );
  report.check(
    'each rebuilds and retests itself and what is made with it, and no more',
    wrong.length === 0,
    wrong.join('\n'),
  );

  const readme = 'packages/schema/README.md';
  checkout.write(readme, `${checkout.read(readme)}\n`);
  const changed = await changes(stage, before);
  await checkout.undo();
  report.check(
    'a README rebuilds nothing',
    changed.every(({ task }) => task !== 'build'),
    JSON.stringify(changed),
  );
}

async function hashes({ checkout }: Stage): Promise<Map<string, Plan['tasks'][number]>> {
  const said = await checkout.must('turbo', ['run', 'build', 'test', '--dry=json']);
  const { tasks } = JSON.parse(said.slice(said.indexOf('{'))) as Plan;
  return new Map(tasks.map((task) => [task.taskId, task]));
}

async function changes(
  stage: Stage,
  before: Map<string, Plan['tasks'][number]>,
): Promise<Plan['tasks']> {
  const after = await hashes(stage);
  return [...after.values()].filter(({ taskId, hash }) => before.get(taskId)?.hash !== hash);
}

/** A package and all that depends on it, by whatever field. */
function dependentsOf({ checkout }: Stage, name: string): Set<string> {
  const found = new Set([name]);
  const fields = ['dependencies', 'devDependencies', 'peerDependencies'] as const;
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { name: pack, folder } of checkout.packages()) {
      const manifest = JSON.parse(checkout.read(`${folder}/package.json`)) as Record<
        (typeof fields)[number],
        Record<string, string> | undefined
      >;
      const names = fields.flatMap((field) => Object.keys(manifest[field] ?? {}));
      if (names.some((each) => found.has(each))) found.add(pack);
    }
  }
  return found;
}

/** Packages whose tests look at what others are built to, by their own `turbo.json`. */
function testedWith({ checkout }: Stage, made: ReadonlySet<string>): string[] {
  return checkout
    .packages()
    .filter(({ folder }) => {
      if (!checkout.has(`${folder}/turbo.json`)) return false;
      const { tasks } = JSON.parse(checkout.read(`${folder}/turbo.json`)) as {
        tasks: { test?: { dependsOn?: string[] } };
      };
      return tasks.test?.dependsOn?.some((task) => made.has(task.replace(/#build$/, '')));
    })
    .map(({ name }) => name);
}
