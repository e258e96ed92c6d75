import { describe, expect, it } from 'vitest';
import { problemsOf } from './changesets.ts';
import { addressesIn, installScriptsIn, licensesIn, type LockFile } from './lock-file.ts';
import { leftoversIn } from './tree.ts';

function lock(packages: LockFile['packages']): LockFile {
  return { packages };
}

describe('leftovers', () => {
  const find = (text: string): string[] => leftoversIn(text, '/srv/checkout', '/home-of/me');

  it.each([
    ['a note to self', `one\n// ${'TO'}DO: later`, '2: a note'],
    ['the folder of the checkout', 'see /srv/checkout/a.ts', '1: a path'],
    ['a home folder', `'/${'home'}/someone/file'`, '1: a path'],
    ['an unfinished merge', `a\n${'<'.repeat(7)} HEAD\n`, '2: a conflict'],
  ])('finds %s', (_name, text, problem) => {
    expect(find(text)).toEqual([expect.stringContaining(problem)]);
  });

  it('lets addresses and words be', () => {
    expect(find('https://example.org/home/page/ and a mastodon')).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names no address', () => {
    const problems = addressesIn(
      lock({
        'node_modules/a': { resolved: 'https://registry.example/a.tgz' },
        'node_modules/@sealmark/b': { resolved: 'packages/b', link: true },
      }),
    );
    expect(problems).toEqual([expect.stringMatching(/^a is locked to https:/)]);
  });

  it('names every install script, and no other', () => {
    const locked = lock({ 'node_modules/x/node_modules/a': { hasInstallScript: true } });
    expect(installScriptsIn(locked, { a: true })).toEqual([]);
    expect(installScriptsIn(locked, { b: true })).toEqual([
      expect.stringMatching(/^a runs/),
      expect.stringMatching(/^b is in/),
    ]);
  });

  it('finds a license that is not free, however deep, and not in what is only for development', () => {
    const locked = lock({
      'packages/p': { license: 'MIT', dependencies: { a: '1' } },
      'node_modules/a': { license: 'MIT', dependencies: { b: '1' } },
      'node_modules/b': { license: 'MIT' },
      'node_modules/a/node_modules/b': { license: 'Proprietary' },
      'node_modules/dev': { license: 'Proprietary' },
    });
    expect(licensesIn(locked, ['packages/p'])).toEqual(['b is under Proprietary']);
  });
});

describe('a changeset', () => {
  const known = new Set(['@sealmark/a']);

  it('names packages and what changed', () => {
    expect(problemsOf('---\n"@sealmark/a": minor\n---\n\nDo it.\n', known)).toEqual([]);
  });

  it('may be empty', () => {
    expect(problemsOf('---\n---\n\nNothing to see.\n', known)).toEqual([]);
  });

  it.each([
    ['no packages', 'Do it.', 'does not begin'],
    ['a stranger', '---\n"@sealmark/b": minor\n---\n\nDo it.\n', 'no package of this repository'],
    ['an odd word', '---\n"@sealmark/a": big\n---\n\nDo it.\n', 'major, minor or patch'],
    ['no words', '---\n"@sealmark/a": patch\n---\n\n', 'says nothing'],
  ])('is refused with %s', (_name, text, problem) => {
    expect(problemsOf(text, known)).toEqual([expect.stringContaining(problem)]);
  });
});
