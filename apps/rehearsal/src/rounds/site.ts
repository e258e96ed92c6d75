import { checkRelease, makeVersions, publish, stateOf } from '../release.ts';
import type { Stage } from '../stage.ts';

/** Only the site moves, which is never published: it is tagged by the same way. */
export async function siteMoves(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('Only the site moves');
  const before = await stateOf(stage);
  checkout.changeset('site', { '@sealmark/docs': 'patch' }, 'Say it better.');
  await makeVersions(stage);
  await publish(stage);
  await checkRelease(stage, before, { name: 'the site', moves: { docs: '0.1.5' } });
}
