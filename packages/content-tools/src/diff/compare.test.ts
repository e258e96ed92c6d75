import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messenger, Release } from '@sealmark/schema';
import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildContent } from '../build.ts';
import { compile } from '../compile.ts';
import { FolderError } from '../folders.ts';
import { loadContent } from '../load.ts';
import { EXPORTS } from '../new/manifest.ts';
import { toRelease } from '../release.ts';
import { publishedSchema } from '../schema.ts';
import { sealmark } from '../testing/command.ts';
import { copyRegister, edit } from '../testing/register.ts';
import { compare } from './compare.ts';
import { readSide, type Side } from './state.ts';
import { tell } from './tell.ts';

const HERON = 'content/messengers/heron.yaml';

/** The register, with what was listed once and what happened, which no other test needs. */
function longRegister(): string {
  const root = copyRegister();
  appendFileSync(join(root, HERON), MORE);
  return root;
}

const MORE = `former:
  links:
    - role: homepage
      url: https://old.heron.example/
      until: 2020
      sources: [page]
    - role: homepage
      url: https://older.heron.example/
      until: 2018
      sources: [page]
events:
  - date: 2020
    text: Heron got **calls**.
    sources: [page]
  - date: 2017
    text: Heron began.
    sources: [page]
`;

const release = toRelease(compile(loadContent(longRegister())));
const side = (state: Release): Side => ({ label: state.version, state });
const messengerOf = (state: Release, name: string) =>
  state.entries.find(({ id }) => id === name) as Messenger;
const heronOf = (state: Release) => messengerOf(state, 'heron');
const wrenOf = (state: Release) => messengerOf(state, 'wren');
const changed = (change: (heron: Messenger, state: Release) => void): Release => {
  const copy = structuredClone(release);
  change(heronOf(copy), copy);
  return copy;
};
const kindsAfter = (change: (heron: Messenger, state: Release) => void) =>
  compare(side(release), side(changed(change))).changes.map(
    ({ kind, class: level, path }) => `${level} ${kind} ${path}`,
  );

describe('compare', () => {
  it.each<[string, (heron: Messenger, state: Release) => void, string[]]>([
    [
      'evidence that is lost',
      (heron) => heron.claims.encrypted!.sources!.pop(),
      ['patch evidence /claims/encrypted', 'patch evidence-lost /claims/encrypted/sources'],
    ],
    [
      'another label',
      (heron) => (heron.downloads[0]!.label = 'Package'),
      ['patch relabelled /downloads/android+vendor/label'],
    ],
    ['another name', (heron) => (heron.name = 'Heron 2'), ['patch renamed /name']],
    ['an entry in another section', (heron) => (heron.group = 'small'), ['patch moved /group']],
    ['order alone', (heron) => heron.audits.reverse(), ['patch reordered /audits']],
    [
      'sources the other way round',
      (heron) => heron.claims.encrypted!.sources!.reverse(),
      ['patch reordered /claims/encrypted'],
    ],
    [
      'choices the other way round',
      (heron) => (heron.claims['sign-up']!.value as string[]).reverse(),
      ['patch reordered /claims/sign-up/value'],
    ],
    [
      'one more link of a role, in front of the one that is there',
      (heron) => heron.links.unshift({ ...heron.links[0]!, url: 'https://third.example/' }),
      ['minor added /links/homepage'],
    ],
    [
      'claims the other way round, which are told apart by their questions',
      (heron) => (heron.claims = Object.fromEntries(Object.entries(heron.claims).reverse())),
      [],
    ],
    [
      'two links of one role, listed once, the other way round',
      (heron) => heron.former!.links!.reverse(),
      ['patch reordered /former/links'],
    ],
    ['events the other way round', (heron) => heron.events!.reverse(), ['patch reordered /events']],
    [
      'an event with one source more',
      (heron) => heron.events![0]!.sources.push(heron.links[0]!.sources[0]!),
      ['patch evidence /events/2020'],
    ],
    [
      'facts of an audit',
      (heron) => {
        const [audit] = heron.audits as [Messenger['audits'][0]];
        Object.assign(audit, { date: '2020-01', outcome: 'Nothing.', auditors: ['Others'] });
        Object.assign(audit, { scope: [{ part: 'client', platform: 'linux' }], asOf: '2020' });
      },
      [
        'minor changed /audits/Ringers on Heron/date',
        'minor changed /audits/Ringers on Heron/auditors',
        'minor changed /audits/Ringers on Heron/scope',
        'minor changed /audits/Ringers on Heron/outcome',
        'patch beside /audits/Ringers on Heron',
      ],
    ],
    [
      'a side of a dispute that says something else',
      (_, state) => (wrenOf(state).claims.network!.positions![0]!.value = 'central'),
      ['minor changed /claims/network/positions'],
    ],
    [
      'a dispute the other way round',
      (_, state) => wrenOf(state).claims.network!.positions!.reverse(),
      ['patch reordered /claims/network/positions', 'patch reordered /claims/network'],
    ],
    [
      'a logo by another source',
      (heron) => ((heron.logo as { sources: object }).sources = heron.claims.network!.sources!),
      ['patch evidence /logo', 'patch evidence-lost /logo/sources'],
    ],
    [
      'a notice by another source',
      (heron, { entries }) => {
        const magpie = entries.find(({ kind }) => kind === 'removed');
        (magpie as { sources: object }).sources = heron.claims.network!.sources!;
      },
      ['patch evidence ', 'patch evidence-lost /sources'],
    ],
    [
      'a host more',
      (heron) => heron.officialHosts.push('heron.org'),
      ['patch changed /officialHosts'],
    ],
    [
      'what was listed once',
      (heron) => {
        const [{ sources }] = heron.links as [Messenger['links'][0]];
        heron.former!.downloads = [
          {
            platform: 'linux',
            store: 'vendor',
            url: 'https://x.example/',
            label: 'X',
            until: '2020',
            sources,
          },
        ];
      },
      ['patch kept /former/downloads/linux+vendor'],
    ],
    [
      'a review alone',
      (heron) => (heron.lifecycle.reviewed = '2023-01-01'),
      ['patch reviewed /lifecycle'],
    ],
    [
      'a term with another label',
      (_, { vocabularies }) => ((vocabularies.stores![1] as { label: string }).label = 'Bazaar'),
      ['patch vocabulary /stores/shop'],
    ],
    [
      'a term that is gone',
      (_, { vocabularies }) => vocabularies.guides!.pop(),
      ['major vocabulary /guides/first-steps'],
    ],
    [
      'a fact of another type',
      (_, { vocabularies }) =>
        ((vocabularies.facts![1] as { values: { unit: string } }).values.unit = 'birds'),
      ['major vocabulary /facts/members'],
    ],
    [
      'a page in other words',
      (_, { page }) => (page.sections[0]!.heading = 'Great Birds'),
      ['patch vocabulary /page/sections/large'],
    ],
  ])('tells of %s', (_, change, told) => {
    expect(kindsAfter(change)).toEqual(told);
  });

  it('says which version a change asks for, and why', () => {
    const { level, because } = compare(
      side(release),
      side(changed((heron) => (heron.claims.encrypted!.value = 'no'))),
    );
    expect(level).toBe('minor');
    expect(because.map(({ text }) => text)).toEqual([
      'Heron: Encrypted from the start: now no; before yes (until 2018).',
    ]);
  });

  it('asks for a major version when an export or the type of a field is another', () => {
    const before: Side = {
      ...side(release),
      exports: Object.keys(EXPORTS),
      schema: publishedSchema,
    };
    const schema = structuredClone(publishedSchema);
    schema.$defs.claim.properties.asOf = { type: 'number' };
    delete schema.$defs.claim.properties.note;
    const after: Side = { ...before, exports: before.exports!.slice(1), schema };
    const { level, changes } = compare(before, after);
    expect(level).toBe('major');
    expect(changes.map(({ text }) => text)).toEqual([
      'The package no longer exports ..',
      'The field claim › note is gone.',
      'The field claim › asOf has another type.',
    ]);
  });

  it.each<[string, (defs: Record<string, any>) => void, string[]]>([
    [
      'another type of its own',
      ({ claimValue }) => (claimValue.type = 'number'),
      ['major The type claimValue is another.'],
    ],
    [
      'items of another type, written in it',
      ({ claimCondition }) => (claimCondition.properties.is.items = { type: 'boolean' }),
      ['major The field claimCondition › is has another type.'],
    ],
    [
      'values of another type',
      ({ messenger }) =>
        (messenger.properties.claims.additionalProperties = { $ref: '#/$defs/link' }),
      ['major The field messenger › claims has another type.'],
    ],
    ['a choice less', ({ inline }) => inline.oneOf.pop(), ['major The type inline is another.']],
    ['no place any more', (defs) => delete defs.past, ['major The type past is gone.']],
    [
      'other words',
      ({ inline, claim }) => {
        inline.oneOf[1].title = 'Other';
        claim.description = 'Other.';
      },
      [],
    ],
  ])('tells of a type with %s', (_, change, told) => {
    const schema = structuredClone(publishedSchema);
    change(schema.$defs);
    const [before, after] = [publishedSchema, schema].map((own) => ({
      ...side(release),
      schema: own,
    }));
    const { changes } = compare(before!, after!);
    expect(changes.map(({ class: level, text }) => `${level} ${text}`)).toEqual(told);
  });

  it('tells of an entry that went by a new id without a notice', () => {
    const after = changed((heron, { page }) => {
      heron.id = 'blue-heron';
      page.sections[0]!.entries = ['blue-heron'];
    });
    after.entries = after.entries.filter(({ id }) => id !== 'egret');
    const before = changed((_, state) => {
      state.entries = state.entries.filter(({ id }) => id !== 'egret');
    });
    expect(compare(side(before), side(after)).because.map(({ text }) => text)).toEqual([
      'Heron: the entry is gone; “blue-heron” has its name: leave a notice with kind: moved under the old id.',
    ]);
  });

  it('finds nothing between a state and itself, whatever it is', () => {
    const edits = fc.array(fc.tuple(leaves, fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(edits, fc.option(mutations), (places, change) => {
        const state = changed((_, copy) => {
          for (const [path, value] of places) put(copy.entries, path, value);
          change?.(copy);
        });
        expect(compare(side(state), side(structuredClone(state))).changes).toEqual([]);
      }),
    );
  });

  it('names every place that changed: itself, or what it is a part of', () => {
    fc.assert(
      fc.property(leaves, fc.string({ minLength: 1 }), ([index, ...path], value) => {
        const after = structuredClone(release);
        const [was, is] = [release, after].map(({ entries }) => entries[index as number]!);
        if (get(was, path) === value) return;
        put(is, path, value);
        const names = [was, is].map((record) => nameOf(record!, path));
        const told = compare(side(release), side(after))
          .changes.filter(({ entry }) => entry === was!.id)
          .map((change) => change.path);
        const isNamed = names.some(({ thing, whole }) =>
          told.some((name) => name.startsWith(thing) && `${whole}/`.startsWith(`${name}/`)),
        );
        expect(isNamed, `${was!.id} ${path.join('/')}: ${told.join(' ')}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('calls a change of order only that', () => {
    const before = changed((heron, { page }) => {
      heron.links.push({ ...heron.links[0]!, url: 'https://heron.example/second' });
      heron.officialHosts.push('heron.org');
      heron.audits[0]!.auditors.push('Watchers');
      heron.audits[0]!.scope.push({ part: 'client' });
      heron.notes.push({ ...heron.notes[0]!, id: 'more' });
      page.sections[0]!.entries.push('wren');
    });
    const lists = listsIn(before).filter((path) => get(before, path).length > 1);
    expect(lists.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.infiniteStream(fc.nat()), (path, numbers) => {
        const after = structuredClone(before);
        const list: unknown[] = get(after, path);
        const places = list.map((item) => [numbers.next().value, item] as const);
        list.splice(0, list.length, ...places.sort(([x], [y]) => x! - y!).map(([, item]) => item));
        const { changes } = compare(side(before), side(after));
        const isOther = JSON.stringify(list) !== JSON.stringify(get(before, path));
        const kinds = new Set(changes.map(({ kind }) => kind));
        expect([...kinds], path.join('/')).toEqual(
          isOther && path.join('/') !== 'entries' ? ['reordered'] : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});

type Way = (string | number)[];

const get = (node: unknown, path: Way): any => path.reduce<any>((value, part) => value[part], node);

function put(node: unknown, path: Way, value: unknown): void {
  get(node, path.slice(0, -1))[path.at(-1)!] = value;
}

/** What tells the items of a list apart. */
const KEYS: Record<string, (item: any) => string> = {
  links: ({ role }) => role,
  downloads: ({ platform, store }) => `${platform}+${store}`,
  audits: ({ title }) => title,
  specifications: ({ title }) => title,
  highlights: ({ fact }) => fact,
  notes: ({ id }) => id,
  guides: String,
  events: ({ date }) => date,
  'former/links': ({ role }) => role,
};

/** The path of a place of a record, and of the thing that it is a part of, as diff writes them. */
function nameOf(record: object, path: Way): { thing: string; whole: string } {
  if (!('claims' in record)) return { thing: '', whole: '' };
  const [field = ''] = path;
  if (field === 'reviewBy' || field === 'auditsReviewed')
    return { thing: '/reviewed', whole: '/reviewed' };
  const depth = field === 'former' ? 2 : 1;
  const list = path.slice(0, depth).join('/');
  const keyOf = KEYS[list];
  const end = keyOf || field === 'claims' ? depth + 1 : depth;
  let thing = `/${path.slice(0, end).join('/')}`;
  if (keyOf) {
    const names: string[] = get(record, path.slice(0, depth)).map(keyOf);
    const own = names[path[depth] as number]!;
    const count = names.slice(0, (path[depth] as number) + 1).filter((name) => name === own).length;
    const part = own.replaceAll('~', '~0').replaceAll('/', '~1');
    thing = `/${list}/${part}${count > 1 ? `+${count}` : ''}`;
  }
  return { thing, whole: [thing, ...path.slice(end)].join('/') };
}

/** The lists of a state, but for those that make up texts and drawings, whose order is what they say. */
function listsIn(node: unknown, path: Way = []): Way[] {
  if (typeof node !== 'object' || node === null) return [];
  const isText = Array.isArray(node) && node.some((item) => item?.children || item?.items);
  if (isText || path.at(-1) === 'paths') return [];
  const own = Array.isArray(node) ? [path] : [];
  const keys = Object.entries(node).filter(([key]) => key !== 'verdicts');
  return [
    ...own,
    ...keys.flatMap(([key, child]) =>
      listsIn(child, [...path, Array.isArray(node) ? Number(key) : key]),
    ),
  ];
}

/** The paths of all texts and numbers in the entries, but for ids, kinds and types, which make them other things. */
const allLeaves: Way[] = [];
(function collect(node: unknown, path: Way): void {
  if (typeof node !== 'object' || node === null) {
    if (!['id', 'kind'].includes(String(path[1])) && path.at(-1) !== 'type') allLeaves.push(path);
    return;
  }
  for (const [key, child] of Object.entries(node))
    collect(child, [...path, Array.isArray(node) ? Number(key) : key]);
})(release.entries, []);
const leaves = fc.constantFrom(...allLeaves);

const mutations = fc.constantFrom<(state: Release) => void>(
  (state) => state.entries.reverse(),
  (state) => state.entries.pop(),
  (state) => (heronOf(state).audits = []),
  (state) => (state.vocabularies = {}),
  (state) => (state.criteria = []),
  (state) => state.page.sections.reverse(),
);

describe('states are read from', () => {
  const packed = async () => {
    const root = longRegister();
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ name: 'register', version: '1.2.0', exports: EXPORTS }),
    );
    buildContent(root);
    const paths = [
      'package.json',
      ...['all.json', 'facts.js', 'criteria.js', 'index.js', 'page.js', 'schema.json'].map(
        (name) => `dist/${name}`,
      ),
    ];
    const entries = paths.map((path) => {
      const body = readFileSync(join(root, path));
      return {
        header: { name: `package/${path}`, size: body.length, type: 'file' as const },
        body: new Uint8Array(body),
      };
    });
    const tarball = join(root, 'register-1.2.0.tgz');
    writeFileSync(tarball, gzipSync(await packTar(entries)));
    return { root, tarball };
  };

  it('folders of content, built packages, their dist, tarballs and files of releases: all of them the same', async () => {
    const { root, tarball } = await packed();
    const file = join(root, '1.2.0.json');
    writeFileSync(file, JSON.stringify(release));
    const built = join(root, 'copy');
    mkdirSync(built);
    for (const name of ['package.json', 'dist'])
      cpSync(join(root, name), join(built, name), { recursive: true });
    const sides = await Promise.all(
      [root, built, join(root, 'dist'), tarball, file].map((side) => readSide(side)),
    );
    for (const other of sides) expect(compare(sides[0]!, other).changes).toEqual([]);
    expect(sides[3]).toMatchObject({ name: 'register', exports: Object.keys(EXPORTS) });
  });

  it.each([
    ['a file of something', 'x.json', '{"a":1}'],
    ['bytes that are no archive', 'x.tgz', '\u001f\u008b nothing'],
    ['an archive of something else', 'y.tar', 'x'.repeat(2000)],
    ['no file at all', '', ''],
  ])('nothing else: %s', async (_, name, text) => {
    const root = longRegister();
    const place = join(root, name || 'missing.json');
    if (name) writeFileSync(place, text, 'latin1');
    await expect(readSide(place)).rejects.toThrow(FolderError);
  });

  it('no bytes that crash it', async () => {
    const root = longRegister();
    const place = join(root, 'any.tgz');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        writeFileSync(place, bytes);
        await expect(readSide(place)).rejects.toThrow(FolderError);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sealmark diff', () => {
  const diff = (folder: string, ...words: string[]) => sealmark(folder, 'diff', ...words);

  const after = () => {
    const root = longRegister();
    mkdirSync(join(root, 'releases'));
    writeFileSync(join(root, 'releases/1.2.0.json'), JSON.stringify(release));
    edit(root, HERON, 'tagline: Messages and calls for flocks.', 'tagline: Other words.');
    edit(root, HERON, 'url: https://shop.example/heron', 'url: https://shop.example/new');
    return root;
  };

  it('tells people what changed since the newest release', async () => {
    expect(await diff(after())).toEqual({
      status: 0,
      stdout: `From 1.2.0 to content of 1.2.0:

Heron (heron)
  patch  changed  tagline: now “Other words.”; before “Messages and calls for flocks.”
  patch  changed  download for Linux, Shop: now https://shop.example/new; before https://shop.example/heron.

2 changes: 2 patch. This asks for a patch version, because of:
  Heron: tagline: now “Other words.”; before “Messages and calls for flocks.”
  Heron: download for Linux, Shop: now https://shop.example/new; before https://shop.example/heron.
`,
      stderr: '',
    });
  });

  it('compares two versions that have files', async () => {
    const root = after();
    const newer = { ...changed((heron) => (heron.tagline = 'Newer.')), version: '1.3.0' };
    writeFileSync(join(root, 'releases/1.3.0.json'), JSON.stringify(newer));
    const { status, stdout } = await diff(root, '1.3.0', '1.2.0');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^From 1\.3\.0 to 1\.2\.0:\n\nHeron \(heron\)\n.*before “Newer\.”\n/);
  });

  it.each([
    [1, 'because the content has a problem: content/messengers/heron.yaml:'],
    [2, 'because the content has 2 problems. The first: content/messengers/heron.yaml:'],
  ])('says what keeps it from comparing: %i', async (problems, message) => {
    const root = after();
    for (const field of ['one: 1', 'two: 2'].slice(0, problems))
      edit(root, HERON, 'kind: messenger\n', `kind: messenger\n${field}\n`);
    const { status, stderr } = await diff(root);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  it('tells programs the same', async () => {
    const { stdout } = await diff(after(), '1.2.0', '.', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      level: 'patch',
      changes: [{ path: '/tagline', kind: 'changed' }, { path: '/downloads/linux+shop/url' }],
    });
  });

  it('fails when the pending changesets ask for less', async () => {
    const root = after();
    mkdirSync(join(root, '.changeset'));
    expect(await diff(root, '--changeset')).toMatchObject({
      status: 1,
      stderr:
        'the difference asks for patch, but no changeset names it; write a changeset with "register": patch\n',
    });
    writeFileSync(join(root, '.changeset/other.md'), '---\n"other": major\n---\n\nOther.\n');
    writeFileSync(join(root, '.changeset/own.md'), '---\n"register": minor\n---\n\nOwn.\n');
    const { status, stdout } = await diff(root, '--changeset');
    expect(status).toBe(0);
    expect(stdout).toContain('own.md ask for minor: that is enough');
    writeFileSync(join(root, '.changeset/own.md'), 'no front matter');
    expect((await diff(root, '--changeset')).status).toBe(2);
  });

  it.each([
    [['9.9.9'], 'There is no 9.9.9: no file, no folder, and no version in '],
    [['1.2.0', '9.9.9'], 'There is no 9.9.9: no file, no folder, and no version in '],
    [['nowhere.json'], 'There is no nowhere.json'],
  ])('answers %s with exit code 2', async (args, message) => {
    const { status, stderr } = await diff(after(), ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('tell', () => {
  it('holds as many changes as there are', () => {
    const after = changed((heron, state) => {
      state.entries.push(
        ...Array.from({ length: 30_000 }, (_, index) => ({ ...heron, id: `x${index}` })),
      );
    });
    const text = tell(compare(side(release), side(after)));
    expect(text.match(/new entry/g)!.length).toBeGreaterThan(30_000 - 1);
  });

  it('keeps a name that has a colon whole', () => {
    const [before, after] = ['Messages.', 'Other words.'].map((tagline) =>
      changed((heron) => Object.assign(heron, { name: 'Heron: the bird', tagline })),
    );
    expect(tell(compare(side(before!), side(after!)))).toContain(
      'Heron: the bird (heron)\n  patch  changed  tagline: now “Other words.”; before “Messages.”\n',
    );
  });

  it('shows what would steer a terminal, or turn round what is read', () => {
    const after = changed((heron) => (heron.name = 'He\u001b[2Jr\u202eon\u0085'));
    const text = tell(compare(side(release), side(after)));
    expect(text).toContain('He\\u001b[2Jr\\u202eon\\u0085 (heron)');
    for (const sign of ['\u001b', '\u202e', '\u0085']) expect(text).not.toContain(sign);
  });

  it('says that there is nothing to say', () => {
    expect(tell(compare(side(release), side(release)))).toBe('1.2.0 and 1.2.0 say the same.');
  });
});
