import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messenger, MessengerRecord } from '@sealmark/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent } from './build.ts';
import { changesOf, difference } from './changes.ts';
import { compile } from './compile.ts';
import { loadContent } from './load.ts';
import { copyRegister } from './testing/register.ts';

const { records } = compile(loadContent(copyRegister()));
const edited = (change: (heron: Messenger) => void): MessengerRecord[] => {
  const copy = structuredClone(records);
  change(copy.find(({ id }) => id === 'heron') as Messenger);
  return copy;
};

describe('difference', () => {
  it('is empty between equal states', () => {
    expect(difference(records, structuredClone(records))).toEqual([]);
  });
  it('says what a claim said and says, with its source', () => {
    const after = edited((heron) => {
      heron.claims.encrypted!.value = 'no';
    });
    expect(difference(records, after)).toEqual([
      {
        entry: 'heron',
        path: '/claims/encrypted/value',
        before: 'yes',
        after: 'no',
        class: 'minor',
        source: (records[1] as Messenger).claims.encrypted!.sources![0],
      },
    ]);
  });
  it('tells downloads apart by platform and store, not by their place', () => {
    const after = edited((heron) => {
      heron.downloads.reverse();
      heron.downloads[0]!.url = 'https://shop.example/new';
    });
    expect(difference(records, after)).toMatchObject([
      {
        path: '/downloads/linux+shop/url',
        before: 'https://shop.example/heron',
        after: 'https://shop.example/new',
        class: 'patch',
      },
    ]);
  });
  it('calls an added and a lost audit by their names', () => {
    const after = edited((heron) => {
      heron.audits[0]!.title = 'Another';
    });
    expect(difference(records, after)).toMatchObject([
      { path: '/audits/Ringers on Heron', before: { title: 'Ringers on Heron' }, class: 'minor' },
      { path: '/audits/Another', after: { title: 'Another' }, class: 'minor' },
    ]);
  });
  it('calls an entry that is gone a break', () => {
    expect(difference(records, records.slice(1))).toMatchObject([
      { entry: 'egret', path: '', before: 'Egret', class: 'major' },
    ]);
    expect(difference(records.slice(1), records)).toMatchObject([
      { entry: 'egret', path: '', after: 'Egret', class: 'minor' },
    ]);
  });
  it('names every claim that changed', () => {
    const facts = Object.keys((records[1] as Messenger).claims);
    fc.assert(
      fc.property(fc.subarray(facts), (changed) => {
        const after = edited((heron) => {
          for (const fact of changed) heron.claims[fact]!.reviewed = '2030-01-01';
        });
        expect(
          difference(records, after)
            .map(({ path }) => path)
            .sort(),
        ).toEqual(changed.map((fact) => `/claims/${fact}/reviewed`).sort());
      }),
    );
  });
});

describe('changes.json', () => {
  it('has the newest version first, and nothing for the first one', () => {
    const after = edited((heron) => {
      heron.name = 'Grey Heron';
    });
    expect(
      changesOf([
        { version: '1.0.0', entries: records },
        { version: '1.0.1', entries: after },
      ]),
    ).toMatchObject([
      {
        version: '1.0.1',
        changes: [
          { entry: 'heron', path: '/name', before: 'Heron', after: 'Grey Heron', class: 'patch' },
        ],
      },
      { version: '1.0.0', changes: [] },
    ]);
  });
  it('is made of the release files, in order of their versions', () => {
    const root = copyRegister();
    mkdirSync(join(root, 'releases'));
    for (const version of ['1.10.0', '1.9.0'])
      writeFileSync(
        join(root, `releases/${version}.json`),
        JSON.stringify({ version, entries: records }),
      );
    expect(buildContent(root).problems).toEqual([]);
    expect(JSON.parse(readFileSync(join(root, 'dist/changes.json'), 'utf8'))).toEqual([
      { version: '1.10.0', changes: [] },
      { version: '1.9.0', changes: [] },
    ]);
  });
  it('says which release file cannot be read', () => {
    const root = copyRegister();
    mkdirSync(join(root, 'releases'));
    writeFileSync(join(root, 'releases/1.0.0.json'), '{');
    expect(buildContent(root).problems).toMatchObject([
      {
        file: 'releases/1.0.0.json',
        message: 'the file is not JSON; take it from the last commit',
      },
    ]);
  });
});
