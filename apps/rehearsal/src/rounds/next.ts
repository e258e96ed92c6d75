import { Consumer } from '../consumer.ts';
import type { Stage } from '../stage.ts';

/** A trial on the channel "next": who asks for it gets it, nobody else does, and the repository stays as it was. */
export async function nextChannel(stage: Stage): Promise<void> {
  const { checkout, registry, report } = stage;
  report.title('A trial on the channel next');
  const name = '@sealmark/theme';
  const latest = await registry.tag(name);
  const tags = await checkout.git('tag');

  checkout.changeset('trial', { [name]: 'minor' }, 'Try another blue.');
  await checkout.commit('theme: another blue');
  const versions = await checkout.run('version', ['--snapshot', 'next']);
  report.check('versions for a trial', versions.code === 0, versions.output);
  const published = await checkout.run('release', ['--tag', 'next']);
  report.check('are published', published.code === 0, published.output);
  await checkout.undo();

  const trial = (await registry.tag(name, 'next')) ?? '';
  report.check(`next leads to ${trial}`, /^1\.1\.0-next-\d{14}$/.test(trial));
  report.equal('latest stays', await registry.tag(name), latest);
  report.equal('no tag is made', await checkout.git('tag'), tags);
  const consumers = ['^1.0.0', 'next'].map(
    (range) => new Consumer(stage, `trial-${range.replace(/\W/g, '')}`, { [name]: range }),
  );
  for (const consumer of consumers) await consumer.must('npm', ['install']);
  report.equal(
    'who asks for ^1 gets no trial, who asks for next does',
    consumers.map((consumer) => consumer.version(name)),
    [latest, trial],
  );
}
