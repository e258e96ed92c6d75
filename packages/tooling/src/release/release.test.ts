import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changesetOf, followersOf } from './bundles.ts';
import { explain } from './explain.ts';
import type { Package } from './packages.ts';
import { missingTags } from './tags.ts';

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

describe('what has no tag', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sealmark-'));
  const git = (name: string, ...args: string[]): void => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    execFileSync('git', [...who, ...args], { cwd: join(folder, name) });
  };
  git('.', 'init', '--quiet', 'origin');
  git('origin', 'commit', '--quiet', '--allow-empty', '--message', 'a');
  git('origin', 'tag', 'here@1.0.0');
  git('.', 'clone', '--quiet', 'origin', 'clone');
  git('origin', 'tag', '--annotate', 'there@1.0.0', '--message', 'a');
  afterAll(() => rmSync(folder, { recursive: true }));

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
