import { rmSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyRegister, edit, messages, messagesAfter } from './testing/register.ts';

const HERON = 'messengers/heron.yaml';

describe('the content of the fixture', () => {
  it('has no problem', () => {
    expect(messages(copyRegister())).toEqual([]);
  });
});

describe('what an editor reads after a slip', () => {
  it.each([
    [
      'a wrong field name',
      HERON,
      'tagline:',
      'tag-line:',
      'content/messengers/heron.yaml:13:1 tag-line: there is no field "tag-line" here; did you mean "tagline"?',
    ],
    [
      'an http: link',
      HERON,
      '    url: https://heron.example/\n',
      '    url: http://heron.example/\n',
      'content/messengers/heron.yaml:34:10 links › item 1 › url: the address "http://heron.example/" is not encrypted; write it with https: "https://heron.example/"',
    ],
    [
      'an http: link in a text',
      HERON,
      '(https://heron.example/papers)',
      '(http://heron.example/papers)',
      'content/messengers/heron.yaml:16:3 summary: the address "http://heron.example/papers" is not encrypted; write it with https: "https://heron.example/papers"',
    ],
    [
      'a javascript: link',
      HERON,
      'url: https://shop.example/heron',
      'url: javascript:alert(1)',
      'content/messengers/heron.yaml:48:10 downloads › item 2 › url: "javascript:alert(1)" is not a web address (it starts with javascript:); write one that starts with https://',
    ],
    [
      'a javascript: link in a text',
      HERON,
      '(https://heron.example/papers)',
      '(javascript:alert(1))',
      'content/messengers/heron.yaml:16:3 summary: "javascript:alert(1)" is not a web address (it starts with javascript:); write one that starts with https://',
    ],
    [
      'an address with a password',
      HERON,
      'url: https://shop.example/heron',
      'url: https://me:pw@shop.example/',
      'content/messengers/heron.yaml:48:10 downloads › item 2 › url: the address "https://me:pw@shop.example/" has a name in it; leave out what stands before the @',
    ],
    [
      'a duplicate key',
      HERON,
      '    label: APK\n',
      '    label: APK\n    label: AKP\n',
      'content/messengers/heron.yaml:45:5 downloads › item 1 › label: the field "label" is written twice; keep one of the two (the other stands in line 44)',
    ],
    [
      'an unknown platform',
      HERON,
      'platform: linux',
      'platform: linus',
      'content/messengers/heron.yaml:46:15 downloads › item 2 › platform: "linus" is not in content/vocabularies/platforms.yaml; did you mean "linux"?',
    ],
    [
      'an unknown store',
      HERON,
      'store: shop',
      'store: bazaar',
      'content/messengers/heron.yaml:47:12 downloads › item 2 › store: "bazaar" is not in content/vocabularies/stores.yaml; write vendor or shop',
    ],
    [
      'an unknown role',
      HERON,
      'role: homepage',
      'role: home-page',
      'content/messengers/heron.yaml:33:11 links › item 1 › role: "home-page" is not in content/vocabularies/link-roles.yaml; did you mean "homepage"?',
    ],
    [
      'an unknown kind of audit',
      HERON,
      'kind: audit\n',
      'kind: review\n',
      'content/messengers/heron.yaml:53:11 audits › item 1 › kind: "review" is not in content/vocabularies/audit-kinds.yaml; write audit or formal-analysis',
    ],
    [
      'an unknown part of a program',
      HERON,
      'part: client',
      'part: clients',
      'content/messengers/heron.yaml:73:15 audits › item 2 › scope › item 1 › part: "clients" is not in content/vocabularies/audit-parts.yaml; did you mean "client"?',
    ],
    [
      'an unknown kind of source',
      HERON,
      'kind: vendor',
      'kind: friend',
      'content/messengers/heron.yaml:31:11 sources › site › kind: "friend" is not in content/vocabularies/source-kinds.yaml; write vendor, independent or secondary',
    ],
    [
      'an unknown guide',
      HERON,
      'guides: [first-steps]',
      'guides: [last-steps]',
      'content/messengers/heron.yaml:129:10 guides › item 1: "last-steps" is not in content/vocabularies/guides.yaml; did you mean "first-steps"?',
    ],
    [
      'an unknown group',
      HERON,
      'group: large',
      'group: largest',
      'content/messengers/heron.yaml:4:8 group: "largest" is not in the sections of content/page.yaml; did you mean "large"?',
    ],
    [
      'an unknown fact',
      HERON,
      '  members:\n',
      '  memmbers:\n',
      'content/messengers/heron.yaml:96:3 claims › memmbers: "memmbers" is not in content/vocabularies/facts.yaml; did you mean "members"?',
    ],
    [
      'an unknown fact on the card',
      HERON,
      '- fact: members',
      '- fact: size',
      'content/messengers/heron.yaml:113:11 highlights › item 2 › fact: "size" is not in content/vocabularies/facts.yaml; write encrypted, members, network or sign-up',
    ],
    [
      'a fact twice on the card',
      HERON,
      '- fact: members',
      '- fact: encrypted',
      'content/messengers/heron.yaml:113:11 highlights › item 2 › fact: "encrypted" is highlighted twice; keep one',
    ],
    [
      'too few facts on the card',
      HERON,
      /  - fact: network\n.*\n/,
      '',
      'content/messengers/heron.yaml:110:1 highlights: the list has 2 items; write at least 3',
    ],
    [
      'a link without a source',
      HERON,
      '    sources: [page#L10]\n',
      '',
      'content/messengers/heron.yaml:33:5 links › item 1 › sources: there is no source; add sources with at least one that says so',
    ],
    [
      'a yes without a source',
      HERON,
      '    sources: [page#L30, site]\n',
      '',
      'content/messengers/heron.yaml:86:3 claims › encrypted › sources: the claim says "yes" without a source; add sources, or write unknown with a note that says why',
    ],
    [
      'a yes without a date',
      HERON,
      'sources: [page#L30, site]\n    asOf: 2022-09\n',
      'sources: [page#L30, site]\n',
      'content/messengers/heron.yaml:86:3 claims › encrypted › asOf: the claim says "yes" without a date; add asOf, the date of the evidence',
    ],
    [
      'unknown without a reason',
      HERON,
      '    note: Nobody says how many.\n',
      '',
      'content/messengers/heron.yaml:96:3 claims › members › note: the claim says "unknown" without a reason; add a note that says why it is not known',
    ],
    [
      'disputed without sides',
      HERON,
      'value: unknown',
      'value: disputed',
      'content/messengers/heron.yaml:96:3 claims › members › positions: the claim says "disputed" without saying by whom; add positions, one for each side',
    ],
    [
      'sides of what is not disputed',
      'messengers/wren.yaml',
      'value: disputed\n',
      'value: federated\n    sources: [page]\n    asOf: 2022\n',
      'content/messengers/wren.yaml:44:5 claims › network › positions: only what is disputed has positions, and this claim says "federated"; write disputed, or delete them',
    ],
    [
      'a source that the entry does not name',
      HERON,
      'page#L30',
      'pages#L30',
      'content/messengers/heron.yaml:89:15 claims › encrypted › sources › item 1: "pages" is not in this entry\'s sources; did you mean "page"?',
    ],
    [
      'a missing claim',
      HERON,
      / {2}members:\n( {4}.*\n)+/,
      '',
      'content/messengers/heron.yaml:85:1 claims › members: nothing is said of "Largest group"; add the claim, with the value unknown and a note where it is not known',
    ],
    [
      'a list where a text belongs',
      HERON,
      'name: Heron\n',
      'name: [Heron]\n',
      'content/messengers/heron.yaml:2:1 name: a list stands here; write a text on one line',
    ],
    [
      'a text where a list belongs',
      HERON,
      'officialHosts: [heron.example]',
      'officialHosts: heron.example',
      'content/messengers/heron.yaml:51:16 officialHosts: the text "heron.example" stands here; write a list, each item on a line of its own after "- "',
    ],
    [
      'a number where a text belongs',
      HERON,
      'name: Heron\n',
      'name: 1984\n',
      "content/messengers/heron.yaml:2:7 name: 1984 is read as a number; write it in quotes: '1984'",
    ],
    [
      'an empty field',
      HERON,
      'name: Heron\n',
      'name:\n',
      'content/messengers/heron.yaml:2:1 name: nothing is written here; write a text on one line',
    ],
    [
      'true',
      HERON,
      'value: yes',
      'value: true',
      'content/messengers/heron.yaml:87:12 claims › encrypted › value: true is not an answer here; write yes',
    ],
    [
      'false',
      HERON,
      'value: yes',
      'value: false',
      'content/messengers/heron.yaml:87:12 claims › encrypted › value: false is not an answer here; write no',
    ],
    [
      'a value that the fact does not know',
      HERON,
      'value: federated',
      'value: federal',
      'content/messengers/heron.yaml:101:12 claims › network › value: "federal" does not answer "Kind of network"; did you mean "federated"?',
    ],
    [
      'a word for a number',
      HERON,
      'value: unknown\n',
      'value: many\n    sources: [page]\n    asOf: 2022\n',
      'content/messengers/heron.yaml:97:12 claims › members › value: "many" is not a number; write how many people, or unknown',
    ],
    [
      'a choice that there is not',
      HERON,
      'value: [phone, mail]',
      'value: [phone, fax]',
      'content/messengers/heron.yaml:106:20 claims › sign-up › value › item 2: "fax" is not a choice of "What it asks for"; write phone, mail or none',
    ],
    [
      'a choice twice',
      HERON,
      'value: [phone, mail]',
      'value: [phone, phone]',
      'content/messengers/heron.yaml:106:20 claims › sign-up › value › item 2: "phone" stands in the list twice; keep one',
    ],
    [
      'one choice where several fit',
      HERON,
      'value: [phone, mail]',
      'value: phone',
      'content/messengers/heron.yaml:106:12 claims › sign-up › value: "phone" stands alone; write a list with what holds, such as [phone]',
    ],
    [
      'a day that does not exist',
      HERON,
      'reviewed: 2022-08-31',
      'reviewed: 2022-06-31',
      'content/messengers/heron.yaml:104:15 claims › network › reviewed: "2022-06-31" is not a day of the calendar; that month has 30 days',
    ],
    [
      'a date in another form',
      HERON,
      'reviewed: 2022-08-31',
      'reviewed: 31.8.2022',
      'content/messengers/heron.yaml:104:15 claims › network › reviewed: "31.8.2022" does not fit here; write a day as year-month-day, such as 2022-09-16',
    ],
    [
      'evidence younger than its review',
      HERON,
      'asOf: 2021\n    reviewed: 2022-08-31',
      'asOf: 2022-09\n    reviewed: 2022-08-31',
      'content/messengers/heron.yaml:103:11 claims › network › asOf: asOf is 2022-09 and reviewed is 2022-08-31, but the evidence cannot be younger than its review; correct one of them',
    ],
    [
      'a past that ends before it starts',
      HERON,
      '        until: 2018',
      '        from: 2019\n        until: 2018',
      'content/messengers/heron.yaml:94:15 claims › encrypted › history › item 1 › from: from is 2019 and until is 2018, but the past starts before it ends; correct one of them',
    ],
    [
      'an audit that ends before it starts',
      HERON,
      'date: 2017-03/2018-04',
      'date: 2018-04/2017-03',
      'content/messengers/heron.yaml:71:11 audits › item 2 › date: "2018-04/2017-03" ends before it starts; write the earlier date first',
    ],
    [
      'an audit younger than its review',
      HERON,
      'date: 2019\n',
      'date: 2019/2022-10\n',
      'content/messengers/heron.yaml:56:11 audits › item 1 › date: date is 2019/2022-10 and reviewed is 2022-09-16, but nobody reads what is not made yet; correct one of them',
    ],
    [
      'a next review before the last one',
      HERON,
      'kind: messenger\n',
      'kind: messenger\nreviewBy: 2022-08-30\n',
      'content/messengers/heron.yaml:2:11 reviewBy: the next review is due by 2022-08-30, before the last one of 2022-08-31; write the day by which to look again',
    ],
    [
      'a download twice',
      HERON,
      'platform: android\n    store: vendor',
      'platform: linux\n    store: shop',
      'content/messengers/heron.yaml:47:12 downloads › item 2 › store: "linux from shop" stands in the list twice; keep one of the two',
    ],
    [
      "a maker's download on another host",
      HERON,
      'officialHosts: [heron.example]',
      'officialHosts: [egret.example]',
      'content/messengers/heron.yaml:43:10 downloads › item 1 › url: "get.heron.example" is not one of this entry\'s officialHosts; add the host there, or name the store',
    ],
    [
      'a source of the makers called independent',
      HERON,
      'kind: vendor',
      'kind: independent',
      'content/messengers/heron.yaml:31:11 sources › site › kind: the source stands on "heron.example", a host of the makers, so it is not independent; write vendor, specification or source-code',
    ],
    [
      'a text that is too long',
      HERON,
      'for flocks.',
      'for flocks, and a good deal more than fits into it.',
      'content/messengers/heron.yaml:13:10 tagline: the text is 10 characters too long; write at most 60',
    ],
    [
      'no audit, and no word of when one was looked for',
      'messengers/wren.yaml',
      'auditsReviewed: 2022-09-10\n',
      '',
      'content/messengers/wren.yaml:1:1 auditsReviewed: no audit is listed, and nothing says when one was last looked for; add auditsReviewed with the day',
    ],
    [
      'an entry that says its id',
      HERON,
      'kind: messenger\n',
      'kind: messenger\nid: heron\n',
      'content/messengers/heron.yaml:2:1 id: the id is the name of the file; delete this line',
    ],
    [
      'no kind',
      HERON,
      'kind: messenger\n',
      '',
      'content/messengers/heron.yaml:1:1 kind: the field "kind" is missing; add it: messenger, moved or removed',
    ],
    [
      'an unknown kind',
      HERON,
      'kind: messenger\n',
      'kind: mesenger\n',
      'content/messengers/heron.yaml:1:7 kind: "mesenger" is not a kind of entry; did you mean "messenger"?',
    ],
    [
      'a move to nowhere',
      'messengers/egret.yaml',
      'to: heron',
      'to: herron',
      'content/messengers/egret.yaml:3:5 to: "herron" is not in content/messengers; did you mean "heron"?',
    ],
    [
      'a move to what moved',
      'messengers/egret.yaml',
      'to: heron',
      'to: egret',
      'content/messengers/egret.yaml:3:5 to: "egret" moved as well; write the id that the messenger has now',
    ],
    [
      'a withdrawal before the listing',
      'messengers/new-magpie.yaml',
      'since: 2022',
      'since: 2018',
      'content/messengers/new-magpie.yaml:3:9 listed: listed is 2019 and since is 2018-02-01, but it was listed before it was withdrawn; correct one of them',
    ],
    [
      'an entry in two sections',
      'page.yaml',
      'entries: [wren]',
      'entries: [wren, heron]',
      'content/page.yaml:11:21 sections › item 2 › entries › item 2: "heron" stands on the page twice; keep it in the section of its group',
    ],
    [
      'an entry in another section than its group',
      HERON,
      'group: large',
      'group: small',
      'content/messengers/heron.yaml:4:8 group: the group is "small", but the page has "heron" in "large"; make them the same',
    ],
    [
      'a moved entry on the page',
      'page.yaml',
      'entries: [wren]',
      'entries: [wren, egret]',
      'content/page.yaml:11:21 sections › item 2 › entries › item 2: "egret" was moved; take it off the page',
    ],
    [
      'a condition of no kind',
      'criteria.yaml',
      '    claim: encrypted\n    is: [yes]',
      '    claims: encrypted',
      'content/criteria.yaml:6:3 item 1 › condition: one field is missing; write one of claim, audit, downloads, all or any',
    ],
    [
      'a condition that cannot be met',
      'criteria.yaml',
      'is: [yes]',
      'is: [federated]',
      'content/criteria.yaml:8:10 item 1 › condition › is › item 1: "federated" does not answer "Encrypted from the start"; write yes, no, partial or not-applicable',
    ],
    [
      'a number without a unit',
      'vocabularies/facts.yaml',
      ', unit: people',
      '',
      'content/vocabularies/facts.yaml:14:3 item 2 › values › unit: the field "unit" is missing; add it: what a number counts',
    ],
    [
      'a term twice',
      'vocabularies/platforms.yaml',
      '- id: linux',
      '- id: linux\n  label: L\n  explanation: L\n  why: L\n- id: linux',
      'content/vocabularies/platforms.yaml:9:7 item 3 › id: "linux" stands in the list twice; keep one of the two',
    ],
  ])('%s', (_, file, from, to, message) => {
    expect(messagesAfter(file, from, to)).toEqual([message]);
  });

  it('counts the items that have no id', () => {
    const term = (id: string) => `- ${id}label: L\n  explanation: L\n  why: L\n`;
    const root = copyRegister();
    const file = join(root, 'content/vocabularies/platforms.yaml');
    writeFileSync(
      file,
      term('') + term('id: linux\n  ') + term('id: android\n  ') + term('id: linux\n  '),
    );
    expect(messages(root)).toEqual([
      'content/vocabularies/platforms.yaml:1:3 item 1 › id: the field "id" is missing; add it: a name of small letters, digits and single hyphens',
      'content/vocabularies/platforms.yaml:12:7 item 4 › id: "linux" stands in the list twice; keep one of the two',
    ]);
  });

  it('names an entry that no section has', () => {
    expect(messagesAfter('page.yaml', 'entries: [wren]', 'entries: [robin]')).toEqual([
      'content/messengers/wren.yaml:3:8 group: "wren" stands in no section of the page; add it to the entries of "small" in content/page.yaml',
      'content/page.yaml:11:15 sections › item 2 › entries › item 1: "robin" is not in content/messengers; write egret, heron, new-magpie or wren',
    ]);
  });

  it('goes through a file from top to bottom, whichever rule speaks', () => {
    const root = copyRegister();
    edit(root, 'content/messengers/heron.yaml', 'platform: linux', 'platform: linus');
    edit(root, 'content/messengers/heron.yaml', 'reviewed: 2022-09-16', 'reviewed: 2022-09-31');
    edit(root, 'content/messengers/heron.yaml', 'value: yes', 'value: true');
    expect(messages(root).map((message) => message.split(' ')[0])).toEqual([
      'content/messengers/heron.yaml:20:13',
      'content/messengers/heron.yaml:46:15',
      'content/messengers/heron.yaml:87:12',
    ]);
  });

  it('says everything at once, in the order of the files', () => {
    const root = copyRegister();
    rmSync(join(root, 'content/vocabularies/platforms.yaml'));
    renameSync(
      join(root, 'content/vocabularies/stores.yaml'),
      join(root, 'content/vocabularies/store.yaml'),
    );
    writeFileSync(join(root, 'content/messengers/Robin.yaml'), '');
    writeFileSync(join(root, 'content/messengers/robin.yml'), '');
    writeFileSync(join(root, 'content/messengers/bytes.yaml'), Buffer.from([0xff, 0xfe]));
    writeFileSync(join(root, 'content/messengers/empty.yaml'), '# nothing\n');
    expect(messages(root)).toEqual([
      'content/messengers/Robin.yaml:1:1 the name of the file is the id of what it holds; rename it with small letters, digits and single hyphens',
      'content/messengers/bytes.yaml:1:1 the file is not text in UTF-8; save it in this encoding',
      'content/messengers/empty.yaml:1:1 the file is empty; write its contents',
      'content/messengers/robin.yml:1:1 the name ends in .yml; rename the file to robin.yaml',
      'content/vocabularies/platforms.yaml:1:1 the file is missing; write it: a list of words, each with id, label and explanation',
      'content/vocabularies/store.yaml:1:1 there is no vocabulary of this name; did you mean "stores"?',
      'content/vocabularies/stores.yaml:1:1 the file is missing; write it: a list of words, each with id, label and explanation',
    ]);
  });
});
