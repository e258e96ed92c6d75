import { Consumer, usesEverything, ranges } from '../consumer.ts';
import { checkRelease, makeVersions, publish } from '../release.ts';
import type { Stage } from '../stage.ts';

/** An element breaks a promise: it gets a major, who depends on it a patch, and who asked for ^1 of it stays. */
export async function elementBreaks(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('A breaking change in one element');
  const before = checkout.versions();
  const old = new Consumer(stage, 'dropdown', { '@sealmark/downloads-dropdown': '^1.0.0' });
  const card = new Consumer(stage, 'card', ranges('^1.0.0'));
  for (const consumer of [old, card]) await consumer.must('npm', ['install']);

  checkout.change(
    'packages/downloads-dropdown/package.json',
    ({ exports }: { exports: Record<string, unknown> }) =>
      delete exports['./vscode.css-custom-data.json'],
  );
  checkout.changeset(
    'gone',
    { '@sealmark/downloads-dropdown': 'major' },
    'Take `vscode.css-custom-data.json` from the exports.',
  );
  await checkout.commit('downloads-dropdown: no custom data for styles');
  await makeVersions(stage);
  await publish(stage);
  await checkRelease(stage, before, {
    name: 'a break',
    moves: {
      'downloads-dropdown': '2.0.0',
      'messenger-card': '1.0.1',
      prerender: '1.0.1',
      embed: '1.0.4',
      docs: '0.1.4',
      storybook: '0.1.4',
    },
  });

  await old.update();
  const { output } = await old.node(
    'use.js',
    `console.log(import.meta.resolve('@sealmark/downloads-dropdown/vscode.css-custom-data.json').length > 0);`,
  );
  report.equal(
    'who asked for ^1 of it stays, and finds what they used',
    [old.version('@sealmark/downloads-dropdown'), output.trim()],
    ['1.0.0', 'true'],
  );
  await card.update();
  const works = await card.node('use.js', usesEverything);
  report.equal(
    'who asked for ^1 of the card gets one that brings the new element with it',
    [
      card.version('@sealmark/messenger-card'),
      card.version('@sealmark/downloads-dropdown'),
      card.version('@sealmark/downloads-dropdown', 'node_modules/@sealmark/messenger-card'),
    ],
    ['1.0.1', '1.0.0', '2.0.0'],
  );
  report.check('and everything still works', works.code === 0, works.output);
}
