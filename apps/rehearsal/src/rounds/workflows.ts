import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../shell.ts';
import type { Stage } from '../stage.ts';

/**
 * What the workflows run beside packing and publishing, with a part played: `gh`, GitHub's command, writes down what it
 * is asked and finds what it is told to find.
 */
export async function workflowScripts(stage: Stage): Promise<void> {
  const { checkout, folder, report } = stage;
  report.title('The scripts of the workflows');
  const played = join(folder, 'played');
  const said = join(played, 'said');
  mkdirSync(played);
  writeFileSync(
    join(played, 'gh'),
    `#!/usr/bin/env bash
echo "$*" >> "$GH_SAID"
case "$1 $2" in *' list') printf '%s' "$GH_FINDS" ;; esac
case "$*" in *--body-file*) cat "\${@: -1}" >> "$GH_SAID" ;; esac
`,
    { mode: 0o755 },
  );
  const script = async (name: string, finds = ''): Promise<Outcome & { asked: string }> => {
    writeFileSync(said, '');
    const outcome = await checkout.script(name, [], {
      PATH: `${played}:${checkout.env['PATH']}`,
      HOME: played,
      GH_SAID: said,
      GH_FINDS: finds,
      RUN: 'https://github.example/runs/1',
    });
    return { ...outcome, asked: readFileSync(said, 'utf8') };
  };
  await proposal(stage, script);
  await addresses(stage, script, played);
}

type Script = (name: string, finds?: string) => Promise<Outcome & { asked: string }>;

async function proposal({ checkout, report }: Stage, script: Script): Promise<void> {
  const none = await script('propose-versions');
  report.check(
    'without a changeset no versions are proposed',
    none.code === 0 && none.output === 'No changeset waits.\n' && none.asked === '',
    none.output,
  );

  const main = await checkout.git('rev-parse', 'main');
  const branch = 'release/versions';
  for (const [finds, promise] of [
    ['', 'versions are proposed on a branch and in a pull request'],
    ['1', 'the pull request that is open is brought up to date'],
  ] as const) {
    checkout.changeset('proposed', { '@sealmark/theme': 'minor' }, 'Try another blue.');
    await checkout.commit('theme: another blue');
    const { code, output, asked } = await script('propose-versions', finds);
    const subject = await checkout.git('log', '-1', '--format=%s', `origin/${branch}`);
    report.check(
      promise,
      code === 0 && subject === 'Version packages' && asked.includes('pr create') === !finds,
      output + asked,
    );
    await checkout.git('switch', '--quiet', 'main');
    await checkout.git('branch', '--quiet', '-D', branch);
    await checkout.git('reset', '--quiet', '--hard', main);
  }
}

async function addresses({ checkout, report }: Stage, script: Script, home: string): Promise<void> {
  const packages = ['messengers', 'guides'];
  mkdirSync(join(home, 'links'), { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  /** Remembers that all addresses were asked today, so that none is asked; on which days that of Signal failed, if it did. */
  const remember = async (failed: readonly string[]): Promise<void> => {
    for (const name of packages) {
      const text = await checkout.git(
        'grep',
        '--only-matching',
        '-hE',
        'https://[^][[:space:]"\'<>()#]+',
        '--',
        `packages/${name}/content`,
      );
      const found = [...new Set(text.split('\n'))].map((address) => [
        address,
        address === 'https://signal.org/' && failed.length
          ? { checked: today, answer: '404', failed }
          : { checked: today, fine: today },
      ]);
      writeFileSync(
        join(home, `links/${name}.json`),
        JSON.stringify({ format: 'sealmark-links-1', addresses: Object.fromEntries(found) }),
      );
    }
  };

  await remember([]);
  const fine = await script('check-links', '7');
  report.check(
    'the issue is closed when no address counts as broken',
    fine.code === 0 && fine.asked.includes('issue close 7 '),
    fine.output + fine.asked,
  );
  await remember(['2026-01-01', '2026-01-08', today]);
  for (const [finds, expected] of [
    ['', 'issue create'],
    ['7', 'issue edit 7'],
  ] as const) {
    const { code, output, asked } = await script('check-links', finds);
    report.check(
      `an address that led nowhere on several days: ${expected}, with its file and line`,
      code === 0 &&
        asked.includes(expected) &&
        /^broken: content\/messengers\/signal\.yaml:\d+:\d+ .*"https:\/\/signal\.org\/"/m.test(
          asked,
        ),
      output + asked,
    );
  }
}
