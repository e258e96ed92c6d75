import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildContent } from './build.ts';
import { compile } from './compile.ts';
import { loadContent } from './load.ts';
import { describe as inWords } from './problems.ts';
import { writeRelease } from './release.ts';
import { copyRegister, edit, messages, messagesAfter } from './testing/register.ts';
import { blocking, validate } from './validate.ts';

const HERON = 'messengers/heron.yaml';

describe('a date in the future', () => {
  const after = (from: string, to: string, today = '2022-09-16') => {
    const root = copyRegister();
    edit(root, `content/${HERON}`, from, to);
    return blocking(validate(loadContent(root), { today })).map(inWords);
  };

  it.each([
    [
      'evidence',
      'asOf: 2021\n    reviewed: 2022-08-31',
      'asOf: 2022-10\n    reviewed: 2022-10-31',
      'content/messengers/heron.yaml:103:11 claims › network › asOf: "2022-10" lies in the future; write a day that has come',
    ],
    [
      'a source',
      'date: 2022\n',
      'date: 2023\n',
      'content/messengers/heron.yaml:27:11 sources › page › date: "2023" lies in the future; write a day that has come',
    ],
    [
      'an audit',
      'date: 2017-03/2018-04',
      'date: 2017-03/2031-04',
      'content/messengers/heron.yaml:71:11 audits › item 2 › date: "2017-03/2031-04" lies in the future; write a day that has come',
    ],
  ])('is found: %s', (_, from, to, message) => {
    expect(after(from, to)).toContain(message);
  });

  it.each([
    ['2022-09-17', 0],
    ['2022-09-18', 1],
  ])('is one after tomorrow, as it is tomorrow somewhere: %s', (day, found) => {
    expect(after('reviewed: 2022-08-31', `reviewed: ${day}`)).toHaveLength(found);
  });

  it('is fine for the next review', () => {
    expect(after('kind: messenger\n', 'kind: messenger\nreviewBy: 2030-01-01\n')).toEqual([]);
  });

  it('does not keep anybody from building: a build looks at no clock', () => {
    const root = copyRegister();
    edit(root, `content/${HERON}`, 'reviewed: 2022-08-31', 'reviewed: 2999-08-31');
    expect(buildContent(root).problems).toEqual([]);
  });
});

describe('what an editor reads', () => {
  it.each([
    [
      'a term without a reason why it matters',
      'vocabularies/platforms.yaml',
      '  explanation: Linux, in plain words.\n  why: Somebody asks.\n',
      '  explanation: Linux, in plain words.\n',
      'content/vocabularies/platforms.yaml:5:3 item 2 › why: the field "why" is missing; add it: why it matters to a reader, in a sentence',
    ],
    [
      'unknown in a list of choices',
      HERON,
      'value: [phone, mail]',
      'value: [phone, unknown]',
      'content/messengers/heron.yaml:106:20 claims › sign-up › value › item 2: "unknown" cannot stand beside something else; write it alone, without brackets',
    ],
    [
      'events in the wrong order',
      HERON,
      'guides: [first-steps]\n',
      'guides: [first-steps]\nevents:\n  - { date: 2020, text: A thing., sources: [page] }\n  - { date: 2021-05, text: Another., sources: [page] }\n',
      'content/messengers/heron.yaml:132:13 events › item 2 › date: this happened in 2021-05, after what stands above it (2020); put the newest first',
    ],
    [
      'a download that is gone and is there',
      HERON,
      'guides: [first-steps]\n',
      'guides: [first-steps]\nformer:\n  downloads:\n    - { platform: linux, store: shop, url: "https://old.example/", label: Old, until: 2020, sources: [page] }\n',
      'content/messengers/heron.yaml:132:19 former › downloads › item 1 › platform: "linux from shop" is listed now as well; move this to the history of that one',
    ],
    [
      'something former without an end',
      HERON,
      'guides: [first-steps]\n',
      'guides: [first-steps]\nformer:\n  links:\n    - { role: homepage, url: "https://old.example/", sources: [page] }\n',
      'content/messengers/heron.yaml:132:7 former › links › item 1 › until: the field "until" is missing; add it: until when it was listed',
    ],
  ])('%s', (_, file, from, to, message) => {
    expect(messagesAfter(file, from, to)).toEqual([message]);
  });

  it.each([
    ['.inf', '"Infinity" is not a number; write how many people, or unknown'],
    ['.nan', '"NaN" is not a number; write how many people, or unknown'],
    ['-5', '"-5" is below zero; write how many people, or unknown'],
  ])('a number that counts nothing: %s', (value, message) => {
    expect(messagesAfter('messengers/wren.yaml', 'value: 100', `value: ${value}`)).toEqual([
      `content/messengers/wren.yaml:35:12 claims › members › value: ${message}`,
    ]);
  });

  const contradiction = (text: string) => {
    const root = copyRegister();
    writeFileSync(join(root, 'content/contradictions.yaml'), text);
    return messages(root);
  };

  it('a contradiction, at the claim', () => {
    expect(
      contradiction(
        '- id: open-ponds\n  if: { claim: network, is: [federated] }\n  then: { claim: encrypted, is: ["no"] }\n  message: ponds are open\n',
      ),
    ).toEqual([
      'content/messengers/heron.yaml:101:12 claims › network › value: ponds are open ("open-ponds" in content/contradictions.yaml, with claims › encrypted)',
    ]);
  });

  it('a contradiction, at what else is meant', () => {
    expect(
      contradiction(
        '- id: audited\n  if: { audit: { kinds: [audit] } }\n  then: { claim: network, is: [central] }\n  message: audited birds are central\n',
      ),
    ).toEqual([
      'content/messengers/heron.yaml:53:5 audits › item 1: audited birds are central ("audited" in content/contradictions.yaml, with claims › network)',
    ]);
  });

  it('a contradiction of facts that do not exist', () => {
    expect(
      contradiction(
        '- id: a\n  if: { claim: netwrk, is: [federated] }\n  then: { claim: encrypted, is: [maybe] }\n  message: m\n',
      ),
    ).toEqual([
      'content/contradictions.yaml:2:16 item 1 › if › claim: "netwrk" is not in content/vocabularies/facts.yaml; did you mean "network"?',
      'content/contradictions.yaml:3:34 item 1 › then › is › item 1: "maybe" does not answer "Encrypted from the start"; write yes, no, partial or not-applicable',
    ]);
  });
});

describe('an address', () => {
  const about = (rule: string, edits: [file: string, from: string, to: string][]) => {
    const root = copyRegister();
    for (const [file, from, to] of edits) edit(root, `content/${file}`, from, to);
    return validate(loadContent(root))
      .filter((problem) => problem.rule === rule)
      .map(({ field }) => field);
  };

  const source = (url: string, rule: string) =>
    about(rule, [
      [HERON, 'https://heron.example/about', url],
      [HERON, 'kind: vendor', 'kind: source-code'],
    ]);
  const hash = '1f0c9ab'.repeat(6).slice(0, 40);

  it.each([
    `https://github.com/a/b/blob/${hash}/x.ts`,
    'https://github.com/a/b/blob/1f0c9ab/x.ts',
    'https://github.com/a/b/blob/v2/x.ts',
    'https://github.com/a/b/blob/app@1.2.3-beta.1/x.ts',
    'https://github.com/a/b/releases/download/v1.2.3/x.zip',
    'https://github.com/a/b/releases/tag/build-7',
    `https://github.com/a/b/archive/${hash}.zip`,
    `https://raw.githubusercontent.com/a/b/${hash}/x.ts`,
    'https://raw.githubusercontent.com/a/b/refs/tags/v2/x.ts',
    'https://codeberg.org/a/b/src/tag/1.2/x.ts',
    'https://git.heron.example/api/contents/sign-up.ts?ref=1f0c9ab',
  ])('of code that stays as it is: %s', (url) => {
    expect(source(url, 'pinned-sources')).toEqual([]);
    expect(source(url, 'trackers')).toEqual([]);
  });

  it.each([
    'https://github.com/a/b',
    'https://github.com/a/b/blob/main/x.ts',
    'https://github.com/a/b/blob/50%off/x.ts',
    'https://github.com/a/b/blob/deadbeef/x.ts',
    'https://github.com/a/b/blob/release-7.0/x.ts',
    'https://github.com/a/b/blob/7.0.x/x.ts',
    'https://github.com/a/b/blob/feature/1.2/x.ts',
    'https://gitlab.com/a/b/-/blob/main/x.ts',
    'https://raw.githubusercontent.com/a/b/main/1.2.3/x.ts',
    'https://codeberg.org/a/b/src/branch/1.2/x.ts',
    'https://git.heron.example/api/contents/sign-up.ts?ref=main',
  ])('of code that is another one tomorrow: %s', (url) => {
    expect(source(url, 'pinned-sources')).toEqual(['sources › site › url']);
  });

  it.each(['en', 'en-us', 'it-it', 'IT_it', 'zh-hans', 'pt/br', 'sw-ke'])(
    'with a language in it: %s',
    (folder) => {
      expect(
        about('locales', [[HERON, 'shop.example/heron', `shop.example/${folder}/heron`]]),
      ).toEqual(['downloads › item 2 › url']);
    },
  );

  it.each(['it', 'no-ip', 'is-it', 'my', 'to-do', 'go-to', 'e2-ee'])(
    'with a word in it that is no language: %s',
    (folder) => {
      expect(
        about('locales', [[HERON, 'shop.example/heron', `shop.example/${folder}/heron`]]),
      ).toEqual([]);
    },
  );

  it.each(['shorteners', 'trackers'])('in angle brackets is looked at as well: %s', (rule) => {
    expect(
      about(rule, [
        ['messengers/wren.yaml', 'Wren is small.', 'See <https://bit.ly/x?utm_source=a>.'],
      ]),
    ).toEqual(['summary']);
  });

  it('is the same with and without a slash after the host', () => {
    expect(
      about('duplicates', [
        ['messengers/wren.yaml', 'https://wren.example/\n', 'https://heron.example\n'],
      ]),
    ).toEqual(['links › item 1 › url']);
  });
});

describe('an entry that was published', () => {
  const released = () => {
    const root = copyRegister();
    writeRelease(root, compile(loadContent(root)));
    return root;
  };

  it('cannot just be deleted', () => {
    const root = released();
    rmSync(join(root, 'content/messengers/egret.yaml'));
    expect(messages(root)).toEqual([
      'content/messengers/egret.yaml:1:1 the file is gone, but the entry was published with version 1.2.0; bring it back, with kind: moved or removed if it is listed no more',
    ]);
  });

  it('can be withdrawn, and keeps its addresses', () => {
    const root = released();
    writeFileSync(
      join(root, `content/${HERON}`),
      'kind: removed\nname: Heron\nsince: 2023-01-01\nreason: It flew away.\nsources: [{ url: "https://page.example/heron", title: Gone, kind: secondary }]\n',
    );
    edit(root, 'content/page.yaml', /entries: \[heron\][^]*/, 'entries: [wren]\n');
    edit(root, 'content/messengers/wren.yaml', 'group: small', 'group: large');
    edit(root, 'content/messengers/egret.yaml', 'to: heron', 'to: wren');
    expect(buildContent(root).problems).toEqual([]);
    for (const path of ['messengers/heron.js', 'cards/heron.js', 'cards/heron.json'])
      expect(readFileSync(join(root, 'dist', path), 'utf8')).toContain('removed');
  });
});

describe('YAML that plays tricks', () => {
  const read = (text: string) => {
    const root = copyRegister();
    writeFileSync(join(root, `content/${HERON}`), text);
    return messages(root).filter((message) => message.startsWith('content/messengers/heron.yaml'));
  };

  it.each([
    [
      'ten thousand brackets',
      `name: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
      'fields stand within fields more deeply than anybody writes; compare the file with another entry',
    ],
    ['a sign of nothing', 'name: He\0ron\n', 'a sign that cannot be seen stands here; delete it'],
    [
      'lists that grow out of lists',
      `a: &a [x, x]\n${Array.from({ length: 40 }, (_, index) => `b${index}: &b${index} [*a, *a]\n`).join('')}`,
      'content/messengers/heron.yaml:1:4 a: ',
    ],
  ])('%s', (_, text, message) => {
    expect(read(text).join('\n')).toContain(message);
  });

  it('a file of fifty million bytes', () => {
    expect(read(`name: ${'x'.repeat(50_000_000)}\n`)).toEqual([
      'content/messengers/heron.yaml:1:1 the file has 50 million bytes; a file of content has at most 2',
    ]);
  });

  it('a mark at the start of the file is no trick', () => {
    const root = copyRegister();
    const file = join(root, `content/${HERON}`);
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`);
    expect(messages(root)).toEqual([]);
  });
});

describe('what could crash a rule, or hold it for minutes', () => {
  it.each([
    [
      'a fact without a label',
      'vocabularies/facts.yaml',
      /$/,
      '- id: color\n  group: G\n  short: Color\n  explanation: Which.\n  why: It matters.\n  values: { type: yes-no }\n',
      'content/vocabularies/facts.yaml:38:3 item 5 › label: the field "label" is missing; add it: one line of words without marking',
    ],
    [
      'a section without an id',
      'page.yaml',
      'entries: [wren]',
      'entries: []\n  - heading: No id\n    entries: [wren]',
      'content/page.yaml:12:5 sections › item 3 › id: the field "id" is missing; add it: a name of small letters, digits and single hyphens',
    ],
    [
      'a text of fifteen thousand signs',
      'messengers/wren.yaml',
      'Wren is small.',
      `"${'*a '.repeat(2500)}x${' a*'.repeat(2500)}"`,
      'content/messengers/wren.yaml:8:10 summary: the text has 15001 characters; write at most 4000, or make several texts of it',
    ],
    [
      'lists in lists in lists',
      'messengers/wren.yaml',
      'Wren is small.',
      `"${'- '.repeat(1000)}x"`,
      'content/messengers/wren.yaml:8:10 summary: lists stand within lists more deeply than anybody reads; write paragraphs, and lists of one line an item',
    ],
  ])('%s', (_, file, from, to, message) => {
    const root = copyRegister();
    edit(root, `content/${file}`, from, to);
    expect(blocking(validate(loadContent(root), { today: '2022-09-16' })).map(inWords)).toContain(
      message,
    );
  });

  it('an id of 65 letters', () => {
    const root = copyRegister();
    const name = 'a'.repeat(65);
    cpSync(
      join(root, 'content/messengers/egret.yaml'),
      join(root, `content/messengers/${name}.yaml`),
    );
    expect(messages(root)).toEqual([
      `content/messengers/${name}.yaml:1:1 the name of the file is the id of what it holds, and has 65 characters; rename it with at most 64`,
    ]);
  });
});

describe('a guide', () => {
  const section = (id: string, words: number) =>
    `  - id: ${id}\n    heading: ${id}\n    body: ${'word '.repeat(words).trim()}\n    asOf: '2022'\n    reviewed: '2022-09-16'\n    sources: [page]\n`;
  const guide = (sections: string) =>
    `title: T\nabout: A.\nmessengers: [heron]\nsources:\n  page: { url: 'https://page.example/', title: P, kind: secondary }\nsections:\n${sections}`;
  const check = (text: string) => {
    const root = copyRegister();
    mkdirSync(join(root, 'content/guides'));
    writeFileSync(join(root, 'content/guides/first-steps.yaml'), text);
    return messages(root);
  };

  it('of the right length is fine', () => {
    expect(check(guide(section('a', 200) + section('b', 200) + section('c', 200)))).toEqual([]);
  });

  it.each([
    [
      'too short',
      guide(section('a', 10) + section('b', 10) + section('c', 10)),
      'content/guides/first-steps.yaml:6:1 sections: the guide has 30 words; write at least 400',
    ],
    [
      'too long',
      guide(section('a', 400) + section('b', 400) + section('c', 1)),
      'content/guides/first-steps.yaml:6:1 sections: the guide has 801 words; cut it to at most 800',
    ],
    [
      'a section that is too long to be read',
      guide(section('a', 10) + section('b', 10) + section('c', 1000)),
      'content/guides/first-steps.yaml:21:11 sections › item 3 › body: the text has 4999 characters; write at most 4000, or make several texts of it',
    ],
    [
      'a section twice',
      guide(section('a', 200) + section('b', 200) + section('a', 200)),
      'content/guides/first-steps.yaml:19:9 sections › item 3 › id: "a" stands in the list twice; keep one of the two',
    ],
    [
      'a source that is not named',
      guide(section('a', 200) + section('b', 200) + section('c', 200)).replace(
        'sources: [page]',
        'sources: [pge]',
      ),
      'content/guides/first-steps.yaml:12:15 sections › item 1 › sources › item 1: "pge" is not in this entry\'s sources; did you mean "page"?',
    ],
  ])('%s', (_, text, message) => {
    expect(check(text)).toEqual([message]);
  });
});
