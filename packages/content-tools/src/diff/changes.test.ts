import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messenger, Release } from '@sealmark/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent } from '../build.ts';
import { changesOf, difference } from './changes.ts';
import { compile } from '../compile.ts';
import { loadContent } from '../load.ts';
import { toRelease, writeRelease } from '../release.ts';
import { copyRegister, edit } from '../testing/register.ts';

const before = toRelease(compile(loadContent(copyRegister())));
const heron = (release: Release) => release.entries.find(({ id }) => id === 'heron') as Messenger;
const after = (change: (record: Messenger, release: Release) => void): Release => {
  const copy = structuredClone(before);
  change(heron(copy), copy);
  return copy;
};
const told = (change: (record: Messenger, release: Release) => void) =>
  difference(before, after(change)).map(({ text }) => text);

/** The same for those who read the data. */
const published = (change: (record: Messenger, release: Release) => void) =>
  changesOf([before], after(change)).flatMap(({ changes }) => changes);

describe('difference', () => {
  it('is empty between equal states', () => {
    expect(difference(before, structuredClone(before))).toEqual([]);
  });

  it('says what a claim said and says, until when, and with which source', () => {
    const changes = published((record) => {
      const claim = record.claims.encrypted!;
      claim.history = [{ value: 'yes', until: '2024-03', sources: claim.sources! }];
      Object.assign(claim, { value: 'partial', asOf: '2024-03', reviewed: '2024-04-01' });
    });
    expect(changes).toEqual([
      {
        entry: 'heron',
        path: '/claims/encrypted/value',
        before: 'yes',
        after: 'partial',
        class: 'minor',
        text: 'Heron: Encrypted from the start: now partly; before yes (until 2024-03).',
        source: heron(before).claims.encrypted!.sources![0],
      },
    ]);
  });

  it('says until when the value that was published held, not until when the last one did', () => {
    expect(
      told((record) => {
        const claim = record.claims.encrypted!;
        const sources = claim.sources!;
        claim.history = [
          { value: 'partial', from: '2023', until: '2024-03', sources },
          { value: 'yes', until: '2023', sources },
        ];
        claim.value = 'no';
      }),
    ).toEqual([
      'Heron: Encrypted from the start: now no; before yes (until 2023).',
      'Heron: Encrypted from the start: also history changed.',
    ]);
  });

  it('says numbers, choices and lists in words', () => {
    expect(
      told((record) => {
        Object.assign(record.claims.members!, { value: 500 });
        Object.assign(record.claims.network!, { value: 'central' });
        Object.assign(record.claims['sign-up']!, { value: ['none'] });
      }),
    ).toEqual([
      'Heron: Largest group: now 500 people; before unknown.',
      'Heron: Kind of network: now Central; before Federated.',
      'Heron: What it asks for: now Nothing; before Phone number, Email address.',
    ]);
  });

  it('says what changed in an audit, before and after', () => {
    const changes = published((record) => {
      Object.assign(record.audits[0]!, {
        date: '2020/2021-01',
        outcome: 'Nothing was found.',
        scope: [{ part: 'client', platform: 'linux' }, { part: 'library' }],
        asOf: '2021',
      });
    });
    expect(changes.map(({ text, class: level }) => `${level} ${text}`)).toEqual([
      'minor Heron: audit “Ringers on Heron”: date: now 2020 to 2021-01; before 2019.',
      'minor Heron: audit “Ringers on Heron”: scope: now App Linux, Library; before Library libheron.',
      'minor Heron: audit “Ringers on Heron”: outcome: now “Nothing was found.”; before none.',
    ]);
    expect(changes[0]).toMatchObject({ before: '2019', after: '2020/2021-01' });
    expect(changes[2]).not.toHaveProperty('before');
  });

  it('says which side of a dispute says something else', () => {
    const texts = difference(
      before,
      after((_, { entries }) => {
        const wren = entries.find(({ id }) => id === 'wren') as Messenger;
        Object.assign(wren.claims.network!.positions![0]!, { value: 'central', note: [] });
      }),
    ).map(({ text }) => text);
    expect(texts).toEqual([
      'Wren & Co: Kind of network: positions: now Central against Central; before Federated against Central.',
      'Wren & Co: Kind of network: also wording changed.',
    ]);
  });

  it('calls the dates of a review dates', () => {
    expect(
      told((record) =>
        Object.assign(record, { reviewed: '2024-01-01', auditsReviewed: '2024-01-01' }),
      ),
    ).toEqual([
      'Heron: last review: now 2024-01-01, next due by 2023-02-28; before 2022-08-31, next due by 2023-02-28.',
      'Heron: last review: also dates changed.',
    ]);
  });

  it('says when only words, dates or sources of a claim changed', () => {
    const [change, ...more] = difference(
      before,
      after((record) => {
        Object.assign(record.claims.encrypted!, { asOf: '2024-01', note: undefined });
      }),
    );
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      path: '/claims/encrypted',
      class: 'patch',
      text: 'Heron: Encrypted from the start: still yes; dates and wording changed.',
    });
  });

  it('does not tell readers of a claim that was only looked through again', () => {
    const again = (record: Messenger) => {
      record.claims.encrypted!.reviewed = '2024-01-01';
    };
    expect(published(again)).toEqual([]);
    expect(told(again)).toEqual([
      'Heron: Encrypted from the start: looked through again, and found unchanged.',
    ]);
  });

  it('tells downloads apart by platform and store, not by their place', () => {
    const changes = difference(
      before,
      after((record) => {
        record.downloads.reverse();
        record.downloads[0]!.url = 'https://shop.example/new';
      }),
    );
    expect(changes).toMatchObject([
      {
        path: '/downloads/linux+shop/url',
        before: 'https://shop.example/heron',
        after: 'https://shop.example/new',
        class: 'patch',
        kind: 'changed',
      },
      { path: '/downloads', class: 'patch', kind: 'reordered' },
    ]);
  });

  it('names what came and what went', () => {
    const changes = difference(
      before,
      after((record) => {
        record.downloads.pop();
        record.audits[0]!.title = 'Another';
      }),
    );
    expect(changes.map(({ path, class: level, text }) => [path, level, text])).toEqual([
      ['/audits/Another', 'minor', 'Heron: new: audit “Another”: 2019.'],
      [
        '/downloads/linux+shop',
        'minor',
        'Heron: no longer listed: download for Linux, Shop: https://shop.example/heron.',
      ],
      [
        '/audits/Ringers on Heron',
        'minor',
        'Heron: no longer listed: audit “Ringers on Heron”: 2019.',
      ],
    ]);
  });

  it('tells of makers, status, words and reviews', () => {
    expect(
      published((record) => {
        record.developer.name = 'Heron Society';
        record.lifecycle.state = 'unknown';
        record.tagline = 'Other words.';
        record.notes[0]!.body = [{ type: 'paragraph', children: ['Other words.'] }];
        Object.assign(record, { reviewed: '2024-01-01', reviewBy: '2024-07-01' });
      }).map(({ text }) => text),
    ).toEqual([
      'Heron: tagline: now “Other words.”; before “Messages and calls for flocks.”',
      'Heron: maker: now Heron Society; before Heron Foundation.',
      'Heron: status: now unknown; before active.',
      'Heron: the section “Limits” changed.',
      'Heron: last review: now 2024-01-01, next due by 2024-07-01; before 2022-08-31, next due by 2023-02-28.',
    ]);
  });

  it('calls an entry that is gone a break, and one that is new no break', () => {
    const less = after((_, release) => release.entries.shift());
    expect(difference(before, less)).toMatchObject([
      { entry: 'egret', path: '', class: 'major', text: 'Egret: the entry is gone.' },
    ]);
    expect(difference(less, before)).toMatchObject([{ entry: 'egret', path: '', class: 'minor' }]);
  });

  it('tells of an entry that moved or was withdrawn', () => {
    const moved = after((record, { entries }) => {
      entries[entries.indexOf(record)] = {
        ...(entries.find(({ kind }) => kind === 'moved') as object),
        id: 'heron',
        name: 'Heron',
      } as never;
    });
    expect(difference(before, moved)).toMatchObject([
      { entry: 'heron', before: { kind: 'messenger' }, after: { kind: 'moved' }, class: 'minor' },
    ]);
  });

  it('tells of questions that are new, and calls one that is gone a break', () => {
    const less = after((record, { vocabularies }) => {
      vocabularies['facts']!.shift();
      delete record.claims.encrypted;
    });
    expect(difference(less, before)[0]).toMatchObject({
      path: '/facts/encrypted',
      class: 'minor',
      text: 'Asked of every messenger now: Encrypted from the start.',
    });
    expect(difference(before, less)).toMatchObject([
      { path: '/facts/encrypted', class: 'major' },
      { path: '/claims/encrypted', class: 'major' },
    ]);
  });

  it('tells of a criterion that is met no longer', () => {
    const [change] = difference(
      before,
      after((_, { criteria }) => {
        criteria[0]!.verdicts['heron']!.verdict = 'unknown';
      }),
    );
    expect(change).toMatchObject({ entry: 'heron', path: `/criteria/${before.criteria[0]!.id}` });
    expect(change?.text).toMatch(/^Heron: criterion “.+”: now unknown; before (met|not met)\.$/);
    expect(change?.source?.url).toMatch(/^https:/);
  });

  it('names every claim that changed, whatever it said and says', () => {
    const facts = Object.keys(heron(before).claims);
    const value = fc.oneof(
      fc.constantFrom('yes', 'no', 'unknown', 'disputed'),
      fc.nat(),
      fc.array(fc.string(), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...facts), value), (values) => {
        const changed = Object.keys(values).filter(
          (fact) =>
            JSON.stringify(values[fact]) !== JSON.stringify(heron(before).claims[fact]!.value),
        );
        const changes = difference(
          before,
          after((record) => {
            for (const fact of Object.keys(values))
              record.claims[fact]!.value = values[fact] as string;
          }),
        );
        expect(changes.map(({ path }) => path).sort()).toEqual(
          changed.map((fact) => `/claims/${fact}/value`).sort(),
        );
      }),
    );
  });
});

describe('changes.json', () => {
  const changed = after((record) => {
    record.name = 'Grey Heron';
  });

  it('has the newest version first, and nothing for the first one', () => {
    expect(changesOf([before, { ...changed, version: '1.2.1' }])).toMatchObject([
      { version: '1.2.1', changes: [{ entry: 'heron', path: '/name', class: 'patch' }] },
      { version: '1.2.0', changes: [] },
    ]);
  });

  it('says what is not released yet, and nothing of it when there is nothing', () => {
    expect(changesOf([before], changed).map(({ version }) => version)).toEqual([
      'unreleased',
      '1.2.0',
    ]);
    expect(changesOf([before], before).map(({ version }) => version)).toEqual(['1.2.0']);
    expect(changesOf([], before)).toEqual([]);
  });

  it('is made of the release files, in order of their versions', () => {
    const root = copyRegister();
    for (const version of ['1.10.0', '1.9.0']) {
      edit(root, 'package.json', /"version": "[^"]+"/, `"version": "${version}"`);
      writeRelease(root, compile(loadContent(root)));
    }
    const { problems } = buildContent(root);
    expect(problems).toEqual([]);
    expect(JSON.parse(readFileSync(join(root, 'dist/changes.json'), 'utf8'))).toEqual([
      { version: '1.10.0', state: '2022-09-16', changes: [] },
      { version: '1.9.0', state: '2022-09-16', changes: [] },
    ]);
  });
});

describe('a release', () => {
  const released = () => {
    const root = copyRegister();
    const written = writeRelease(root, compile(loadContent(root)));
    return { root, written, file: join(root, 'releases/1.2.0.json') };
  };

  it('holds the state of the content, named by its newest review', () => {
    const { written, file } = released();
    expect(written).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      version: '1.2.0',
      state: '2022-09-16',
      entries: [{ id: 'egret' }, { id: 'heron' }, { id: 'new-magpie' }, { id: 'wren' }],
    });
  });

  it('stays as it is once it is written', () => {
    const { root, file } = released();
    const text = readFileSync(file, 'utf8');
    expect(writeRelease(root, compile(loadContent(root)))).toBe(false);
    edit(root, 'content/messengers/heron.yaml', 'Messages and calls', 'Calls and messages');
    expect(() => writeRelease(root, compile(loadContent(root)))).toThrow(
      'releases/1.2.0.json is there and says something else: a release does not change.',
    );
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('is built again as it was, whatever the content says by now', () => {
    const { root } = released();
    buildContent(root, { out: 'first' });
    edit(root, 'content/messengers/heron.yaml', 'name: Heron', 'name: Another');
    writeFileSync(join(root, 'content/messengers/wren.yaml'), 'no: longer: yaml');
    expect(buildContent(root, { out: 'again', release: '1.2.0' }).problems).toEqual([]);
    for (const path of ['all.json', 'cards/heron.js', 'criteria.js', 'facts.js', 'index.js'])
      expect(readFileSync(join(root, 'again', path), 'utf8')).toBe(
        readFileSync(join(root, 'first', path), 'utf8'),
      );
  });

  it('that does not exist cannot be built', () => {
    const { root } = released();
    expect(() => buildContent(root, { release: '9.9.9' })).toThrow(
      'There is no release 9.9.9; there are: 1.2.0.',
    );
  });

  it.each([
    ['{', 'the file is not JSON; take it from the last commit'],
    ['{"version":"1.0.0"}', 'the file is no release of this package; take it from the last commit'],
  ])('that reads %j is reported', (text, message) => {
    const { root, file } = released();
    writeFileSync(file, text);
    expect(buildContent(root).problems).toMatchObject([{ file: 'releases/1.2.0.json', message }]);
  });
});
