import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The files that are, or are about to be, under version control. */
function files(repository: string): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: repository,
      encoding: 'utf8',
    },
  );
  return listed.split('\0').filter((file) => file !== '');
}

// Written so that this file does not find itself.
const notes = 'T[O]DO|F[I]XME|X[X]X';

/** What must not stand in a text file, and what to say where it does. `here` and `home` are paths of this machine. */
function unwanted(here: string, home: string): [RegExp, string][] {
  const paths = [here, home]
    .filter((path) => path.length > 1)
    .map((path) => `${RegExp.escape(path)}/`);
  return [
    [new RegExp(`\\b(${notes})\\b`), 'a note to do something later: do it, or open an issue'],
    [
      new RegExp(`(?<![\\w.])(${[...paths, '/home/\\w+/', '/Users/\\w+/'].join('|')})`),
      'a path of one machine',
    ],
    [/\b(localhost|127\.0\.0\.1):4873\b/, 'the address of a registry'],
    [/^(<{7}|>{7}) /m, 'a conflict of a merge'],
  ];
}

/** Finds what was left in a text: `line: what`. */
export function leftoversIn(text: string, here: string, home: string): string[] {
  return unwanted(here, home).flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    if (match === null) return [];
    return [`${text.slice(0, match.index).split('\n').length}: ${what} (${match[0].trim()})`];
  });
}

/** Finds notes to self, paths of a machine and unfinished merges in all files of the repository. */
export function leftovers(repository: string): string[] {
  const here = repository.replace(/\/$/, '');
  return files(repository).flatMap((file) => {
    let content: Buffer;
    try {
      content = readFileSync(join(repository, file));
    } catch {
      return []; // deleted, and not yet said so to git
    }
    if (content.includes(0)) return [];
    return leftoversIn(content.toString('utf8'), here, homedir()).map(
      (problem) => `${file}:${problem}`,
    );
  });
}
