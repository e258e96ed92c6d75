import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readManifest } from '../package/manifest.ts';

const release = /^(['"])(?<name>.+)\1: (?<kind>major|minor|patch)$/;

/** What is wrong with the text of one changeset. `known` are the names of the packages there are. */
export function problemsOf(text: string, known: ReadonlySet<string>): string[] {
  const [, head, summary] = /^---\n([^]*?)---\n([^]*)$/.exec(text) ?? [];
  if (head === undefined) return ['does not begin with its packages between two lines of ---'];
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const problems = lines.flatMap((line) => {
    const name = release.exec(line)?.groups?.['name'];
    if (name === undefined)
      return [`says “${line}”: write "@sealmark/package": major, minor or patch`];
    return known.has(name) ? [] : [`names ${name}, which is no package of this repository`];
  });
  if (lines.length > 0 && summary?.trim() === '') problems.push('says nothing about the change');
  return problems;
}

/**
 * Checks the changesets and their configuration: packages are versioned one by one, private ones get versions and tags
 * too. Reads files alone: neither a branch nor a remote has to be there.
 */
export function changesets(repository: string): string[] {
  const config = JSON.parse(readFileSync(join(repository, '.changeset/config.json'), 'utf8'));
  const { workspaces } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const folders = globSync(
    workspaces.map((pattern: string) => `${pattern}/package.json`),
    { cwd: repository },
  );
  const known = new Set(folders.map((file) => readManifest(join(repository, file, '..')).name));
  const problems: string[] = [];
  if (config.fixed?.length || config.linked?.length)
    problems.push('config.json: packages are versioned one by one, nothing is fixed or linked');
  if (config.access !== 'public') problems.push('config.json: "access" has to be "public"');
  if (!config.privatePackages?.version || !config.privatePackages?.tag) {
    problems.push('config.json: private packages get versions and tags too');
  }
  for (const file of globSync('.changeset/*.md', { cwd: repository })) {
    if (basename(file) === 'README.md') continue;
    const text = readFileSync(join(repository, file), 'utf8');
    problems.push(...problemsOf(text, known).map((problem) => `${basename(file)} ${problem}`));
  }
  return problems;
}
