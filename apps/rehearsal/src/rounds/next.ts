import { join } from 'node:path';
import { Consumer } from '../consumer.ts';
import { packAsTheWorkflow } from '../release.ts';
import type { Stage } from '../stage.ts';

/** A trial on the channel "next": who asks for it gets it, nobody else does, and the repository stays as it was. */
export async function nextChannel(stage: Stage): Promise<void> {
  const { checkout, registry, report, folder } = stage;
  report.title('A trial on the channel next');
  const name = '@sealmark/theme';
  const latest = await registry.tag(name);
  const tags = await checkout.tags();

  checkout.changeset('trial', { [name]: 'minor' }, 'Try another blue.');
  await checkout.commit('theme: another blue');
  const packed = join(folder, 'trial');
  const { packed: isPacked, output } = await packAsTheWorkflow({
    checkout,
    folder: packed,
    channel: 'next',
  });
  report.check('the workflow packs a trial', isPacked, output);
  // The job that publishes has a checkout of its own.
  await checkout.undo();
  const published = await checkout.script('publish', [packed, 'next']);
  report.check('and publishes it', published.code === 0, published.output);
  report.check('the repository stays as it was', await checkout.isClean());

  const trial = (await registry.tag(name, 'next')) ?? '';
  report.check(`next leads to ${trial}`, /^1\.1\.0-next-\d{14}$/.test(trial));
  report.equal('latest stays', await registry.tag(name), latest);
  report.equal('no tag is made', await checkout.tags(), tags);
  const consumers = ['^1.0.0', 'next'].map(
    (range) => new Consumer(stage, `trial-${range.replace(/\W/g, '')}`, { [name]: range }),
  );
  for (const consumer of consumers) await consumer.must('npm', ['install']);
  report.equal(
    'who asks for ^1 gets no trial, who asks for next does',
    consumers.map((consumer) => consumer.version(name)),
    [latest, trial],
  );

  // Its colors are in the kit of the elements, which the card takes from a package of its own.
  const card = new Consumer(stage, 'trial-card', { '@sealmark/messenger-card': 'next' });
  await card.must('npm', ['install']);
  const kits = await registry.tag('@sealmark/element-kit', 'next');
  report.equal(
    'who asks for the next card gets it with the elements that have the change',
    [card.version('@sealmark/element-kit'), card.version('@sealmark/audit-badge')],
    [kits, await registry.tag('@sealmark/audit-badge', 'next')],
  );
}
