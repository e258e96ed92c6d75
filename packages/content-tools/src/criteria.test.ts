import type { Condition, Messenger } from '@sealmark/schema';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { evaluate } from './criteria.ts';
import { loadContent } from './load.ts';
import { copyRegister, edit } from './testing/register.ts';

const compiled = compile(loadContent(copyRegister()));
const record = (id: string) => compiled.records.find((item) => item.id === id) as Messenger;
const heron = record('heron');
const wren = record('wren');

const verdict = (condition: Condition, of = heron) => evaluate({ condition }, of);
const claim = (fact: string, is: (string | number)[], partial?: 'met'): Condition => ({
  claim: fact,
  is,
  ...(partial && { partial }),
});

describe('a condition on a claim', () => {
  it.each([
    ['is met by a value of the list', claim('encrypted', ['yes']), heron, 'met'],
    ['is not met by another', claim('encrypted', ['no']), heron, 'not-met'],
    ['is unknown where the claim is', claim('members', [100]), heron, 'unknown'],
    [
      'is unknown where the claim is disputed',
      claim('network', ['federated', 'central']),
      wren,
      'unknown',
    ],
    ['is unknown where there is no claim', claim('other', ['yes']), heron, 'unknown'],
    ['does not apply where the claim does not', claim('sign-up', ['none']), wren, 'not-applicable'],
    ['can ask for what does not apply', claim('sign-up', ['not-applicable']), wren, 'met'],
    ['is not met by a part', claim('encrypted', ['yes']), wren, 'not-met'],
    ['can be met by a part', claim('encrypted', ['yes'], 'met'), wren, 'met'],
    ['is met by a number', claim('members', [100]), wren, 'met'],
    [
      'is met by several values that are all listed',
      claim('sign-up', ['phone', 'mail']),
      heron,
      'met',
    ],
    [
      'is not met by several values of which one is not',
      claim('sign-up', ['phone', 'none']),
      heron,
      'not-met',
    ],
  ])('%s', (_, condition, of, expected) => {
    const fact = (condition as { claim: string }).claim;
    expect(verdict(condition, of)).toEqual({ verdict: expected, paths: [`/claims/${fact}`] });
  });
});

describe('a condition on audits', () => {
  it.each([
    ['is met by any audit', {}, { verdict: 'met', paths: ['/audits/0', '/audits/1'] }],
    ['looks at the parts', { parts: ['client'] }, { verdict: 'met', paths: ['/audits/1'] }],
    [
      'looks at the kind',
      { kinds: ['formal-analysis'] },
      { verdict: 'not-met', paths: ['/audits'] },
    ],
    [
      'looks at whose it is',
      { relations: ['dependency' as const] },
      { verdict: 'not-met', paths: ['/audits'] },
    ],
    [
      'wants one audit to fit in all',
      { kinds: ['audit'], parts: ['server'] },
      { verdict: 'not-met', paths: ['/audits'] },
    ],
  ])('%s', (_, audit, expected) => {
    expect(verdict({ audit })).toEqual(expected);
  });
});

describe('a condition on downloads', () => {
  it('is met when each platform has one', () => {
    expect(verdict({ downloads: { platforms: ['linux', 'android'] } })).toEqual({
      verdict: 'met',
      paths: ['/downloads/1', '/downloads/0'],
    });
  });
  it('is not met when one is missing', () => {
    expect(verdict({ downloads: { platforms: ['linux', 'ios'] } })).toEqual({
      verdict: 'not-met',
      paths: ['/downloads'],
    });
  });
});

describe('conditions together', () => {
  const met = claim('encrypted', ['yes']);
  const notMet = claim('network', ['central']);
  const unknown = claim('members', [1]);
  const outside = claim('sign-up', ['none']);
  const other: Messenger = {
    ...heron,
    claims: { ...heron.claims, 'sign-up': wren.claims['sign-up']! },
  };

  it.each<[string, Condition, string, string[]]>([
    [
      'all: one that is not met decides',
      { all: [met, unknown, notMet, outside] },
      'not-met',
      ['/claims/network'],
    ],
    [
      'all: then one that is unknown',
      { all: [met, unknown, outside] },
      'unknown',
      ['/claims/members'],
    ],
    ['all: what does not apply is left out', { all: [met, outside] }, 'met', ['/claims/encrypted']],
    ['all: nothing applies', { all: [outside, outside] }, 'not-applicable', ['/claims/sign-up']],
    ['any: one that is met decides', { any: [notMet, unknown, met] }, 'met', ['/claims/encrypted']],
    [
      'any: then one that is unknown',
      { any: [notMet, unknown, outside] },
      'unknown',
      ['/claims/members'],
    ],
    ['any: none is met', { any: [notMet, outside] }, 'not-met', ['/claims/network']],
    ['any: nothing applies', { any: [outside] }, 'not-applicable', ['/claims/sign-up']],
    ['one in the other', { all: [{ any: [notMet, met] }, met] }, 'met', ['/claims/encrypted']],
  ])('%s', (_, condition, expected, paths) => {
    expect(verdict(condition, other)).toEqual({ verdict: expected, paths });
  });
});

describe('the verdicts of a package follow its records', () => {
  const verdicts = (from?: string | RegExp, to = '') => {
    const root = copyRegister();
    if (from) edit(root, 'content/messengers/heron.yaml', from, to);
    return compile(loadContent(root)).criteria.map(({ verdicts: all }) => all.heron!.verdict);
  };

  it('as they are', () => {
    expect(verdicts()).toEqual(['met', 'met', 'met']);
    expect(Object.keys(compiled.criteria[0]!.verdicts)).toEqual(['heron', 'wren']);
  });
  it('a changed claim', () => {
    expect(verdicts('value: yes', 'value: no')).toEqual(['not-met', 'met', 'met']);
  });
  it('a changed audit', () => {
    expect(verdicts('part: client', 'part: library')).toEqual(['met', 'not-met', 'met']);
  });
  it('a changed download', () => {
    expect(verdicts('platform: linux', 'platform: android')).toEqual(['met', 'met', 'not-met']);
  });
});
