import { isMap, isSeq, parseDocument } from 'yaml';
import { Consumer } from '../consumer.ts';
import { checkRelease, keepsWorking, makeVersions, publish, stateOf } from '../release.ts';
import type { Stage } from '../stage.ts';

const file = 'packages/messengers/content/messengers/briar.yaml';
const fact = 'disappearing-messages';

/** A fact changes: what carries it moves, and nothing else. */
export async function factChanges(stage: Stage): Promise<void> {
  const { checkout, report } = stage;
  report.title('A fact changes');
  const before = await stateOf(stage);

  const pinned = new Consumer(stage, 'pinned', { '@sealmark/messengers': '1.0.0' });
  const current = new Consumer(stage, 'current', { '@sealmark/messengers': '^1.0.0' });
  for (const consumer of [pinned, current]) await consumer.must('npm', ['install']);
  const old = [await claimOf(pinned), await claimOf(current)];

  const said = turnRound(checkout.read(file));
  checkout.write(file, said.text);
  await checkout.commit('messengers: messages disappear everywhere in Briar');

  await forgotten(stage);
  checkout.changeset('fact', { '@sealmark/messengers': 'patch' }, 'Briar: messages disappear.');
  await checkout.commit('Add a changeset');
  await tooLittle(stage);

  checkout.changeset('fact', { '@sealmark/messengers': 'minor' }, 'Briar: messages disappear.');
  await checkout.commit('Ask for a minor');
  await makeVersions(stage);
  await publish(stage);
  await checkRelease(stage, before, {
    name: 'a fact',
    moves: { messengers: '1.2.0', embed: '1.0.1', docs: '0.1.1', storybook: '0.1.1' },
  });
  report.check(
    'the data of 1.2.0 is kept in releases/',
    checkout.has('packages/messengers/releases/1.2.0.json'),
  );

  await pinned.must('npm', ['ci']);
  report.equal(
    'who pinned 1.0.0 keeps it',
    [pinned.version('@sealmark/messengers'), await claimOf(pinned)],
    ['1.0.0', old[0]],
  );
  await current.update();
  report.equal(
    'who asked for ^1 gets the fact',
    [current.version('@sealmark/messengers'), await claimOf(current)],
    ['1.2.0', said.after],
  );
  report.equal('which was something else before', old[1], said.before);
  const changes = await current.node(
    'changes.js',
    `import { createRequire } from 'node:module';
const [{ version, changes }] = createRequire(import.meta.url)('@sealmark/messengers/changes.json');
const [change] = changes.filter(({ path }) => path === '/claims/${fact}/value');
console.log(JSON.stringify([version, change?.entry, change?.before, change?.after]));`,
  );
  report.equal(
    'changes.json names the fact',
    changes.output.trim(),
    JSON.stringify(['1.2.0', 'briar', said.before, said.after]),
  );
  await keepsWorking(stage);
}

/** Gives a claim another value, with the old one in its history. */
function turnRound(text: string): { text: string; before: string; after: string } {
  const document = parseDocument(text);
  const claim = document.getIn(['claims', fact]);
  if (!isMap(claim)) throw new Error(`${file} has no claim ${fact}`);
  const before = String(claim.get('value'));
  const after = before === 'yes' ? 'partial' : 'yes';
  const past = { value: before, until: '2026-11-24', sources: claim.get('sources') };
  const history = claim.get('history');
  claim.set('value', after);
  claim.set('note', 'In all chats, on every device.');
  claim.set('asOf', '2026-11-24');
  claim.set('reviewed', '2026-11-24');
  claim.delete('history');
  claim.set('history', document.createNode([past, ...(isSeq(history) ? history.items : [])]));
  return { text: document.toString({ lineWidth: 100 }), before, after };
}

async function claimOf(consumer: Consumer): Promise<string> {
  const { output } = await consumer.node(
    'claim.js',
    `import briar from '@sealmark/messengers/messengers/briar';\nconsole.log(briar.claims['${fact}'].value);`,
  );
  return output.trim();
}

/** A changed fact without a changeset. */
async function forgotten({ checkout, report }: Stage): Promise<void> {
  checkout.changeset('other', { '@sealmark/theme': 'patch' }, 'Something else.');
  const { code, output } = await checkout.run('version');
  report.check(
    'a changed fact that no changeset names stops the release',
    code !== 0 && output.includes('no changeset names it'),
    output,
  );
  await checkout.undo();
}

async function tooLittle({ checkout, report }: Stage): Promise<void> {
  const { code, output } = await checkout.run('version');
  report.check(
    'a changeset that asks for too little is told what to write',
    code !== 0 && output.includes('write a changeset with "@sealmark/messengers": minor'),
    output,
  );
  report.check('and nothing is half-done', await checkout.isClean());
  const line = output.split('\n').find((each) => each.includes('write a changeset'));
  report.say(`  ${line}`);
}
