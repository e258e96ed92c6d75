import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { changesetOf, followersOf } from './bundles.ts';
import { explain } from './explain.ts';
import type { Package } from './packages.ts';
import { missingTags } from './tags.ts';
import { doOrUndo } from './undo.ts';

function pack(name: string, bundles: string[] = []): Package {
  return {
    folder: `packages/${name}`,
    manifest: { name, version: '1.0.0', sealmark: { bundles } },
  };
}

describe('what bundles something that moves', () => {
  const packages = [pack('theme'), pack('kit', ['theme']), pack('embed', ['kit']), pack('tools')];

  it('moves with it, however many bundles lie between', () => {
    expect(followersOf(packages, new Set(['theme']))).toEqual([
      { name: 'kit', because: ['theme'] },
      { name: 'embed', because: ['kit'] },
    ]);
  });

  it('is left alone where it moves by itself, or nothing of it moves', () => {
    expect(followersOf(packages, new Set(['kit', 'embed']))).toEqual([]);
    expect(followersOf(packages, new Set(['tools']))).toEqual([]);
  });

  it('moves with what it depends on for a trial, whose version is in no range', () => {
    const card = pack('card');
    const needs = { ...card, manifest: { ...card.manifest, dependencies: { kit: '^1.0.0' } } };
    const all = [...packages, needs];
    expect(followersOf(all, new Set(['theme'])).map(({ name }) => name)).not.toContain('card');
    expect(followersOf(all, new Set(['theme']), true)).toContainEqual({
      name: 'card',
      because: ['kit'],
    });
  });

  it('gets a changeset that says why', () => {
    expect(changesetOf({ name: 'embed', because: ['kit', 'theme'] })).toBe(
      '---\n"embed": patch\n---\n\nTake in what is new in kit, theme.\n',
    );
  });
});

describe('a failure of publishing', () => {
  it.each([
    ['npm error code E401', 'does not know this token'],
    ['└ ENEEDAUTH: This command requires you to be logged in', 'does not know this token'],
    ['└ EOTP: This operation requires a one-time password.', 'wants a one-time password'],
    ['E404: 404 Not Found - PUT https://registry.npmjs.org/@sealmark%2fnew', 'published by hand'],
    ['E403: 403 Forbidden - PUT', 'does not let you'],
    ['E409: 409 Conflict - this package is already present', 'another version'],
    ['You cannot publish over the previously published versions', 'another version'],
    ['FetchError: connect ECONNREFUSED 127.0.0.1:1', 'does not answer'],
    ['ECONNRESET: socket hang up', 'does not answer'],
    ['E503: 503 Service Unavailable', 'does not answer'],
  ])('is told in words: %s', (output, words) => {
    expect(explain(output)).toContain(words);
  });

  it('is not guessed at', () => {
    expect(explain('Something else')).toBeUndefined();
  });
});

// A hook of git that runs the tests must not lead them to its repository.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];

const folder = mkdtempSync(join(tmpdir(), 'sealmark-'));
afterAll(() => rmSync(folder, { recursive: true }));

function git(name: string, ...args: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  return execFileSync('git', [...who, ...args], { cwd: join(folder, name), encoding: 'utf8' });
}

describe('what has no tag', () => {
  git('.', 'init', '--quiet', 'origin');
  git('origin', 'commit', '--quiet', '--allow-empty', '--message', 'a');
  git('origin', 'tag', 'here@1.0.0');
  git('.', 'clone', '--quiet', 'origin', 'clone');
  git('origin', 'tag', '--annotate', 'there@1.0.0', '--message', 'a');

  it.each([
    ['the repository has it', 'clone', ['here'], []],
    ['only where it comes from has it', 'clone', ['there'], []],
    ['nobody has it', 'clone', ['here', 'nowhere'], ['nowhere@1.0.0']],
    ['it comes from nowhere', 'origin', ['here', 'nowhere'], ['nowhere@1.0.0']],
  ])('is told where %s', (_name, place, names, missing) => {
    const packages = names.map((name) => pack(name));
    expect(missingTags(join(folder, place), packages)).toEqual(missing);
  });
});

describe('work that fails', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  afterEach(() => told.mockClear());
  /** Whether the work succeeds; what waits to be committed after it. */
  const after = async (name: string, end: () => boolean, before = ''): Promise<unknown[]> => {
    git('.', 'init', '--quiet', name);
    const write = (file: string) => writeFileSync(join(folder, name, file), file);
    write('kept');
    git(name, 'add', '--all');
    git(name, 'commit', '--quiet', '--message', 'a');
    if (before !== '') write(before);
    const work = async (): Promise<boolean> => {
      rmSync(join(folder, name, 'kept'));
      write('new');
      return end();
    };
    const done = await doOrUndo(join(folder, name), work).catch((error: Error) => error.message);
    return [done, git(name, 'status', '--porcelain')];
  };

  it('leaves nothing behind, and says so', async () => {
    expect(await after('clean', () => false)).toEqual([false, '']);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('Everything is as it was'));
  });

  it('leaves nothing behind where it breaks off', async () => {
    const thrown = (): never => {
      throw new Error('broken');
    };
    expect(await after('broken', thrown)).toEqual(['broken', '']);
  });

  it('touches nothing where something else waited to be committed, and says what to do', async () => {
    const all = ' D kept\n?? new\n?? own\n';
    expect(await after('mixed', () => false, 'own')).toEqual([false, all]);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('git status'));
  });

  it('is the only work that is taken back', async () => {
    expect(await after('done', () => true)).toEqual([true, ' D kept\n?? new\n']);
    expect(told).not.toHaveBeenCalled();
  });
});
