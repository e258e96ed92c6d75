import { globSync } from 'node:fs';
import { join } from 'node:path';
import { clearResult } from './results.ts';
import { type Check, repository, run, runChecks, tooling, tsc } from './run.ts';

const formatted = '**/*.{ts,js,json,css}';
const ignored = `--ignore-path=${join(repository, '.gitignore')}`;
const oxfmt = [
  `--config=${join(tooling, 'config/oxfmt.json')}`,
  ignored,
  '--no-error-on-unmatched-pattern',
];

/**
 * Lints the package in `root`: code with oxlint, its form with oxfmt, styles with stylelint. In this package it also
 * looks after the files at the top of the repository.
 *
 * @returns the exit code.
 */
export async function lint(root: string): Promise<number> {
  clearResult(root, 'lint');
  const styles = globSync('src/**/*.{styles.ts,css}', { cwd: root });
  const oxlint = [
    `--config=${join(tooling, 'config/oxlint.json')}`,
    ignored,
    '--no-error-on-unmatched-pattern',
  ];
  const stylelint = ['--config', join(tooling, 'config/stylelint.js'), '--allow-empty-input'];
  const checks: Record<string, Check> = {
    oxlint: async () => (await run('oxlint', [...oxlint, '.'], { cwd: root })) === 0,
    oxfmt: async () => (await run('oxfmt', [...oxfmt, '--check', formatted], { cwd: root })) === 0,
  };
  if (styles.length > 0) {
    stylelint.push('--ignore-path', join(repository, '.gitignore'), ...styles);
    checks['stylelint'] = async () => (await run('stylelint', stylelint, { cwd: root })) === 0;
  }
  if (join(root, '/') === tooling) {
    const rehearsal = { cwd: join(repository, 'apps/rehearsal') };
    checks['the rehearsal'] = async () =>
      (await run('oxlint', [...oxlint, '.'], rehearsal)) === 0 &&
      (await run('oxfmt', [...oxfmt, '--check', formatted], rehearsal)) === 0 &&
      (await tsc(['-p', '.'], rehearsal.cwd)) === 0;
    checks['oxfmt at the top'] = async () =>
      (await run('oxfmt', [...oxfmt, '--check', '*.json', '.changeset/*.json'], {
        cwd: repository,
      })) === 0;
  }
  return runChecks(root, 'lint', checks);
}

/** Brings every file of the repository into form. */
export function format(): Promise<number> {
  return run('oxfmt', [...oxfmt, formatted], { cwd: repository });
}
