import { Consumer } from '../consumer.ts';
import { checkRelease, keepsWorking, makeVersions, publish, stateOf } from '../release.ts';
import type { Stage } from '../stage.ts';

/** A component gains a feature: it moves, and what has it in its bundle; those who depend on it get it by their range. */
export async function componentGains(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('A component gains a feature');
  const before = await stateOf(stage);

  const folder = 'packages/audit-badge';
  checkout.write(
    `${folder}/src/years.ts`,
    `/** The years in which something was audited, newest first. */\nexport function yearsOf(dates: readonly string[]): string[] {\n  return [...new Set(dates.map((date) => date.slice(0, 4)))].sort().reverse();\n}\n`,
  );
  checkout.write(
    `${folder}/src/index.ts`,
    `${checkout.read(`${folder}/src/index.ts`)}export { yearsOf } from './years.ts';\n`,
  );
  await checkout.commit('audit-badge: the years of audits');
  const without = await checkout.run('changeset', ['status', '--since=HEAD~1']);
  const empty = await checkout.run('changeset', ['--empty']);
  await checkout.commit('Add an empty changeset');
  const withNone = await checkout.run('changeset', ['status', '--since=HEAD~2']);
  await checkout.git('reset', '--quiet', '--hard', 'HEAD~1');
  checkout.changeset('years', { '@sealmark/audit-badge': 'minor' }, 'Tell the years of audits.');
  await checkout.commit('Add a changeset');
  const withOne = await checkout.run('changeset', ['status', '--since=HEAD~2']);
  report.check(
    'the check of pull requests asks for a changeset, and is content with one',
    without.code !== 0 && withOne.code === 0,
    without.output + withOne.output,
  );
  report.check('or with an empty one', withNone.code === 0, empty.output + withNone.output);
  await makeVersions(stage);

  await forgottenFile(stage, folder);
  await publish(stage);
  await checkRelease(stage, before, {
    name: 'a feature',
    moves: { 'audit-badge': '1.1.0', embed: '1.0.2', docs: '0.1.2', storybook: '0.1.2' },
  });

  const consumer = new Consumer(stage, 'feature', { '@sealmark/messenger-card': '^1.0.0' });
  await consumer.must('npm', ['install']);
  report.equal(
    'who installs the card, which did not move, gets it with the feature',
    ['@sealmark/messenger-card', '@sealmark/audit-badge'].map((name) => consumer.version(name)),
    ['1.0.0', '1.1.0'],
  );
  await keepsWorking(stage);
}

/** A package that forgets a file it promises is not published, and neither is any other. */
async function forgottenFile({ checkout, registry, report }: Stage, folder: string): Promise<void> {
  checkout.change(`${folder}/package.json`, (manifest: { files: string[] }) =>
    manifest.files.push('!dist/define.js'),
  );
  const stored = registry.stored();
  const { code, output } = await checkout.run('release');
  report.check(
    'a package that forgets a file is told which',
    code !== 0 &&
      output.includes('"exports" ./define.js names ./dist/define.js, which is not packed'),
    output,
  );
  report.equal('and nothing is half-done', registry.stored(), stored);
  await checkout.undo();
}
