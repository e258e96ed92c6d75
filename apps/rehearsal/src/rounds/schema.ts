import { Consumer, ranges, usesEverything } from '../consumer.ts';
import { checkRelease, keepsWorking, makeVersions, pack, stateOf } from '../release.ts';
import type { Stage } from '../stage.ts';

/** The schema gains a field that need not be there: what carries the schema moves; the others' ranges have room for it. */
export async function schemaGains(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('The schema gains an optional field');
  const before = await stateOf(stage);

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

  await twice(stage);
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
  await keepsWorking(stage);
}

/** What was packed is published once; a second publisher with other bytes, late by a minute, changes nothing. */
async function twice(stage: Stage): Promise<void> {
  const { checkout, registry, report } = stage;
  const packed = await pack(stage);
  const readme = 'packages/schema/README.md';
  checkout.write(readme, `${checkout.read(readme)}\nAnother text under the same version.\n`);
  const late = await pack(stage);

  const once = await checkout.script('publish', [packed]);
  report.check('and publishes from the folder, in another job', once.code === 0, once.output);
  const [name, version] = ['@sealmark/schema', '1.1.0'];
  const there = [await registry.integrity(name, version), registry.stored()];

  const other = await checkout.run('release');
  report.check(
    'a version that is there already is not published again',
    other.code === 0 && other.output.includes('on the registry already'),
    other.output,
  );
  const again = await checkout.script('publish', [late]);
  report.check(
    'what a second publisher has packed by then changes nothing',
    again.code === 0,
    again.output,
  );
  const force = await checkout.must('npm', ['publish'], 'packages/schema').then(
    () => '',
    (error: Error) => error.message,
  );
  report.check(
    'who publishes other bytes under it all the same is told that they cannot',
    force.includes(`cannot publish over the previously published versions: ${version}`),
    force,
  );
  report.equal(
    'and the registry keeps what it had',
    [await registry.integrity(name, version), registry.stored()],
    there,
  );
  await checkout.undo();
}
