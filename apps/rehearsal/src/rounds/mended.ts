import { table } from '../report.ts';
import { checkMoves, type Plan } from '../release.ts';
import type { Stage } from '../stage.ts';

/** What moves when a part is mended that others have in them without depending on it, or are only written by. */
const mends: Record<string, Plan['moves']> = {
  // The kit has its values, and the embed the kit.
  theme: {
    theme: '1.0.1',
    'element-kit': '1.0.1',
    embed: '1.0.1',
    docs: '0.1.1',
    storybook: '0.1.1',
  },
  // It draws the ready cards of the embed.
  prerender: { prerender: '1.0.1', embed: '1.0.1', docs: '0.1.1' },
  // What it writes is compared with what was released.
  'content-tools': { 'content-tools': '1.0.1' },
};

/** Parts are mended: the versions alone, nothing is published. */
export async function partsAreMended({ checkout, report, ...stage }: Stage): Promise<void> {
  report.title('Parts are mended: the versions that this would make');
  const before = checkout.versions();
  const rows: string[][] = [];
  for (const [name, moves] of Object.entries(mends)) {
    checkout.changeset('mended', { [`@sealmark/${name}`]: 'patch' }, 'Mend it.');
    const { code, output } = await checkout.run('version');
    report.check(`${name} is mended`, code === 0, output);
    const moved = checkMoves({ checkout, report, ...stage }, before, moves);
    rows.push([
      name,
      ...Object.entries(moved).map((each) => each.join(' ').replace('@sealmark/', '')),
    ]);
    await checkout.undo();
  }
  report.say(
    `\n${table([['mended', 'moves'], ...rows.map(([name = '', ...moved]) => [name, moved.join(', ')])])}`,
  );
}
