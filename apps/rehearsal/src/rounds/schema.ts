import { join } from 'node:path';
import { Consumer, ranges, usesEverything } from '../consumer.ts';
import { checkRelease, makeVersions, packAsTheWorkflow } from '../release.ts';
import type { Stage } from '../stage.ts';

/** The schema gains a field that need not be there: what carries the schema moves; the others' ranges have room for it. */
export async function schemaGains(stage: Stage): Promise<void> {
  const { checkout, report, folder } = stage;
  report.title('The schema gains an optional field');
  const before = checkout.versions();

  const file = 'packages/schema/src/authoring.schema.json';
  checkout.change(file, (schema: { $defs: { messenger: { properties: object } } }) => {
    Object.assign(schema.$defs.messenger.properties, {
      pronunciation: {
        $ref: '#/$defs/plainText',
        description: 'How the name is said aloud, where it is not plain.',
      },
    });
  });
  checkout.changeset('field', { '@sealmark/schema': 'minor' }, 'Say how a name is pronounced.');
  await checkout.commit('schema: how a name is pronounced');
  await makeVersions(stage);

  await twice(stage, join(folder, 'packed'));
  await checkRelease(stage, before, {
    name: 'a field',
    moves: {
      schema: '1.1.0',
      messengers: '1.2.1',
      guides: '1.0.1',
      embed: '1.0.3',
      docs: '0.1.3',
      storybook: '0.1.3',
    },
  });

  const consumer = new Consumer(stage, 'field', ranges('^1.0.0'));
  await consumer.must('npm', ['install']);
  const { code, output } = await consumer.node('use.js', usesEverything);
  report.check('elements and tools that did not move work with the new data', code === 0, output);
  const asks = await consumer.node(
    'schema.js',
    `import { createRequire } from 'node:module';
console.log('pronunciation' in createRequire(import.meta.url)('@sealmark/messengers/schema.json').$defs.messenger.properties);`,
  );
  report.equal('the data comes with the new schema', asks.output.trim(), 'true');
}

/** What was packed is published once; a second publisher, late by a minute, changes nothing. */
async function twice({ checkout, registry, report }: Stage, packed: string): Promise<void> {
  const packing = await packAsTheWorkflow({ checkout, folder: packed });
  report.check('the workflow packs', packing.packed, packing.output);
  const once = await checkout.run('release', ['--from', packed]);
  report.check('and publishes from the folder, in another job', once.code === 0, once.output);

  const name = '@sealmark/schema';
  const there = await registry.integrity(name, '1.1.0');
  const readme = 'packages/schema/README.md';
  checkout.write(readme, `${checkout.read(readme)}\nAnother text under the same version.\n`);
  const other = await checkout.run('release');
  report.check(
    'a version that is there already is not published again',
    other.output.includes('on the registry already'),
    other.output,
  );
  const force = await checkout.must('npm', ['publish'], 'packages/schema').then(
    () => '',
    (error: Error) => error.message,
  );
  report.check('the registry itself refuses other bytes under it', force !== '', force);
  report.equal('and keeps what it had', await registry.integrity(name, '1.1.0'), there);
  await checkout.undo();
}
