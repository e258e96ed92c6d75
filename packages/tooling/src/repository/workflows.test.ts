import { describe, expect, it } from 'vitest';
import { problemsOf, problemsOfForm } from './workflows.ts';

const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';

const whole = `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - run: npm run build
`;

describe('a workflow', () => {
  const find = (text: string): Promise<string[]> => problemsOf('a.yml', text, new Set(['build']));

  it('passes when it does and may no more than it must', async () => {
    expect(await find(whole)).toEqual([]);
  });

  it.each([
    ['a word that GitHub does not know', 'runs-on:', 'run-on:', 'run-on'],
    ['an expression that is none', 'npm run build', 'echo ${{ github.sha( }}', 'Unexpected symbol'],
    ['rights for all jobs', 'permissions: {}', 'permissions: read-all', '"permissions: {}"'],
    ['a job with all rights', '    permissions:\n      contents: read\n', '', 'does not list'],
    ['an action by its tag', checkout, 'actions/checkout@v6', 'pin it by the hash'],
    ['an action of strangers', 'actions/checkout@', 'others/checkout@', "only GitHub's own"],
    ['an action without its version', ' # v6.0.2', '', 'name its version'],
    ['credentials for no use', 'credentials: false', 'credentials: true', 'keeps credentials'],
    ['a moving system', 'ubuntu-24.04', 'ubuntu-latest', 'name a version'],
    ['no end', '    timeout-minutes: 5\n', '', 'timeout-minutes'],
    ['proof of identity without approval', 'contents: read', 'id-token: write', 'approves'],
    ['strangers at the rights', 'on: push', 'on: pull_request_target', 'strangers'],
    ['words of strangers in a command', 'npm run build', 'echo ${{ github.head_ref }}', '"env"'],
    ['a script that there is not', 'npm run build', 'npm run bild', 'npm run bild'],
  ])('is refused with %s', async (_name, part, other, problem) => {
    const problems = await find(whole.replace(part, other));
    expect(problems).toContainEqual(expect.stringContaining(problem));
  });
});

describe('a form', () => {
  const form = (placeholder: string): string =>
    `body:\n  - type: input\n    attributes:\n      label: Date\n      placeholder: ${placeholder}\n`;

  it('passes when its words are text', () => {
    expect(problemsOfForm(form("'2026-11-24'"))).toEqual([]);
  });

  it.each(['2026-11-24', '1.0'])(
    'is refused with a word that GitHub reads otherwise: %s',
    (word) => {
      expect(problemsOfForm(form(word))).toEqual([
        'body.0.attributes.placeholder is no text to GitHub: write it in quotes',
      ]);
    },
  );
});
