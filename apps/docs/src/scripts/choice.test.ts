import { describe, expect, it } from 'vitest';
import { fulfils, type Known, readChoice, writeChoice } from './choice.ts';

const known: Known = {
  ids: ['signal', 'element', 'briar'],
  wishes: ['forward-secrecy:yes', 'forward-secrecy:yes+partial', 'network-type:federated'],
};

describe('the address of a comparison', () => {
  it('says again what was chosen', () => {
    for (const show of [undefined, ['signal'], ['element', 'briar']]) {
      for (const wishes of [[], ['forward-secrecy:yes+partial', 'network-type:federated']]) {
        for (const differences of [true, false]) {
          const must = wishes.map((wish) => {
            const [row = '', value = ''] = wish.split(':');
            return { row, value };
          });
          const choice = { show, must, differences };
          const query = writeChoice(choice);
          expect(readChoice(query, known)).toEqual({ choice, unread: 0 });
          // Some programs write a plus so when they pass an address on.
          const passedOn = query.replaceAll('+', '%2B');
          expect(readChoice(passedOn, known)).toEqual({ choice, unread: 0 });
        }
      }
    }
  });

  it('is empty where nothing is chosen', () => {
    expect(writeChoice({ show: undefined, must: [], differences: false })).toBe('');
  });

  it.each([
    '?show=%00,<script>,../../etc,signal,signal&must=a:b,__proto__:x,forward-secrecy:yes',
    '?show[]=1&must&differences=javascript:alert(1)',
    `?show=${'x,'.repeat(50_000)}`,
    '?%E0%A4%A',
  ])('is read as far as it makes sense: %.40s', (query) => {
    const { choice, unread } = readChoice(query, known);
    expect(known.ids).toEqual(expect.arrayContaining([...(choice.show ?? [])]));
    for (const { row, value } of choice.must) expect(known.wishes).toContain(`${row}:${value}`);
    expect(unread).toBeGreaterThanOrEqual(0);
  });

  it('counts what is not known', () => {
    expect(readChoice('?show=heron,signal&must=a:b', known).unread).toBe(2);
  });
});

describe('a wish', () => {
  it('is fulfilled by any of its values, and by nothing that only begins like one', () => {
    const wish = { row: 'forward-secrecy', value: 'yes+partial' };
    expect(fulfils('partial', wish)).toBe(true);
    expect(fulfils('yes-but', wish)).toBe(false);
    expect(fulfils('unknown', wish)).toBe(false);
    expect(fulfils('android linux', { row: 'platforms', value: 'linux' })).toBe(true);
  });
});
