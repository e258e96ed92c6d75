import { Consumer, usesEverything, ranges } from '../consumer.ts';
import { checkRelease, keepsWorking, makeVersions, pack, stateOf } from '../release.ts';
import type { Stage } from '../stage.ts';

/** An element breaks a promise: it gets a major, who depends on it a patch, and who asked for ^1 of it stays. */
export async function elementBreaks(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('A breaking change in one element');
  const before = await stateOf(stage);
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
  await resumes(stage);
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
    `
import { createRequire } from 'node:module';
import { DownloadsDropdown } from '@sealmark/downloads-dropdown';
import '@sealmark/downloads-dropdown/define.js';
const data = createRequire(import.meta.url)('@sealmark/downloads-dropdown/vscode.css-custom-data.json');
const isDefined = customElements.get('downloads-dropdown') === DownloadsDropdown;
console.log(JSON.stringify([isDefined, DownloadsDropdown.observedAttributes.includes('platform'), typeof data.version]));
`,
  );
  report.equal(
    'who asked for ^1 of it stays; the element works, and what they used is there',
    [old.version('@sealmark/downloads-dropdown'), output.trim()],
    ['1.0.0', '[true,true,"number"]'],
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
  await keepsWorking(stage);
}

/** The registry dies while the workflow publishes; run again, the job ends what it began, from what was packed. */
async function resumes(stage: Stage): Promise<void> {
  const { checkout, registry, report } = stage;
  const packed = await pack(stage);
  const tags = await checkout.tags();
  registry.relay.dieAfter(1);
  const { code, output } = await checkout.script('publish', [packed], {
    // npm would ask again for more than a minute.
    NPM_CONFIG_FETCH_RETRIES: '0',
  });
  registry.relay.comeBack();
  report.check(
    'when the registry dies half-way the job fails, and says how to go on',
    code !== 0 && output.includes('does not answer') && output.includes('the rest follows'),
    output,
  );
  report.equal('and makes no tag', await checkout.tags(), tags);
  const again = await checkout.script('publish', [packed]);
  report.check('run again, it publishes the rest and tags', again.code === 0, again.output);
}
