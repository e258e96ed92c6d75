import { checkRelease, makeVersions, pack, stateOf } from '../release.ts';
import { attempt } from '../shell.ts';
import type { Stage } from '../stage.ts';

/** Only the site moves, which is never published: it is tagged all the same, and where git makes no tag, that is told. */
export async function siteMoves(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('Only the site moves');
  const before = await stateOf(stage);
  checkout.changeset('site', { '@sealmark/docs': 'patch' }, 'Say it better.');
  await makeVersions(stage);
  const packed = await pack(stage);

  const nobody = await attempt('npm', ['run', 'release', '--', '--from', packed], {
    cwd: checkout.folder,
    env: checkout.env,
  });
  report.check(
    'where git knows nobody and makes no tag, the release fails and says so',
    nobody.code !== 0 && nobody.output.includes('git has made no tag for @sealmark/docs@'),
    nobody.output,
  );
  const { code, output } = await checkout.script('publish', [packed]);
  report.check('the workflow, which tells git who it is, tags', code === 0, output);
  await checkRelease(stage, before, { name: 'the site', moves: { docs: '0.1.5' } });
}
