import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent, validate } from '@sealmark/content-tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const source = join(import.meta.dirname, '..');
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'messengers-'));
});

afterAll(() => rmSync(root, { recursive: true }));

/** What `check` says of contradictions after some claims of an entry were given other values. */
function after(id: string, values: Record<string, string>): string[] {
  cpSync(join(source, 'content'), join(root, 'content'), { recursive: true });
  const file = join(root, `content/messengers/${id}.yaml`);
  let text = readFileSync(file, 'utf8');
  for (const [fact, value] of Object.entries(values)) {
    const claim = new RegExp(`^(  ${fact}:\\n    value: ).*$`, 'm');
    expect(text).toMatch(claim);
    text = text.replace(claim, `$1${value}`);
  }
  writeFileSync(file, text);
  return validate(loadContent(root))
    .filter(({ rule }) => rule === 'contradictions')
    .map(({ file: path, field, message }) => `${path} ${field}: ${message}`);
}

/** For each rule an entry, what is changed in it, the claim that is pointed at, and the one that it does not fit. */
const slips: [
  rule: string,
  id: string,
  values: Record<string, string>,
  at: string,
  with_: string,
][] = [
  [
    'serverless-has-no-operator',
    'signal',
    { serverless: "'yes'" },
    'serverless',
    'claims › server-operator',
  ],
  [
    'no-operator-is-serverless',
    'briar',
    { serverless: "'no'" },
    'server-operator',
    'claims › serverless',
  ],
  [
    'no-servers-no-server-code',
    'briar',
    { 'open-source-servers': "'yes'" },
    'server-operator',
    'claims › open-source-servers',
  ],
  [
    'one-center-one-operator',
    'signal',
    { 'server-operator': 'many-operators' },
    'network-type',
    'claims › server-operator',
  ],
  [
    'peers-have-no-operator',
    'briar',
    { 'server-operator': 'node-operators' },
    'network-type',
    'claims › server-operator',
  ],
  [
    'federation-has-operators',
    'element',
    { 'server-operator': 'one-organization' },
    'network-type',
    'claims › server-operator',
  ],
  [
    'nodes-have-operators',
    'session',
    { 'server-operator': 'many-operators' },
    'network-type',
    'claims › server-operator',
  ],
  [
    'default-means-chats',
    'signal',
    { 'e2ee-direct': 'partial' },
    'e2ee-default',
    'claims › e2ee-direct',
  ],
  [
    'default-means-groups',
    'signal',
    { 'e2ee-groups': "'no'" },
    'e2ee-default',
    'claims › e2ee-groups',
  ],
  [
    'default-means-available',
    'signal',
    { 'e2ee-available': "'no'" },
    'e2ee-default',
    'claims › e2ee-available',
  ],
  [
    'open-groups-are-not-encrypted',
    'session',
    { 'e2ee-groups': "'yes'" },
    'unencrypted',
    'claims › e2ee-groups',
  ],
  [
    'open-group-calls-are-not-encrypted',
    'element',
    { unencrypted: '[group-calls, profiles]' },
    'unencrypted',
    'claims › e2ee-group-calls',
  ],
  [
    'nothing-open-means-available',
    'signal',
    { unencrypted: '[nothing, sms]' },
    'unencrypted',
    'claims › unencrypted',
  ],
  [
    'open-profiles-are-seen',
    'element',
    { 'profile-hidden': "'yes'" },
    'unencrypted',
    'claims › profile-hidden',
  ],
  [
    'address-book-needs-numbers',
    'signal',
    { identifiers: '[user-name]' },
    'contact-discovery',
    'claims › identifiers',
  ],
  [
    'a-nickname-hides-numbers',
    'briar',
    { 'identifier-hidden': "'no'" },
    'identifiers',
    'claims › identifier-hidden',
  ],
  [
    'no-identifier-means-no-number',
    'session',
    { identifiers: '[generated-id, phone-number]' },
    'identifiers',
    'claims › identifiers',
  ],
  [
    'without-internet-something-carries',
    'briar',
    { transports: '[tor]' },
    'works-without-internet',
    'claims › transports',
  ],
  ['tor-hides-addresses', 'signal', { 'ip-hidden': "'yes'" }, 'ip-hidden', 'claims › transports'],
  [
    'web-version-among-downloads',
    'session',
    { 'web-client-trust': "'yes'" },
    'web-client-trust',
    'downloads',
  ],
  [
    'one-center-is-not-yours',
    'signal',
    { 'self-hosting': "'yes'" },
    'network-type',
    'claims › self-hosting',
  ],
];

const rules = parse(readFileSync(join(source, 'content/contradictions.yaml'), 'utf8')) as {
  id: string;
  message: string;
}[];

describe('contradictions', () => {
  it('are all tried out here', () => {
    expect(slips.map(([id]) => id)).toEqual(rules.map(({ id }) => id));
  });

  it('are not among what the four entries say', () => {
    expect(after('signal', {})).toEqual([]);
  });

  it.each(slips)('%s', (rule, id, values, at, other) => {
    const { message } = rules.find((item) => item.id === rule)!;
    expect(after(id, values)).toContain(
      `content/messengers/${id}.yaml claims › ${at} › value: ${message} ("${rule}" in content/contradictions.yaml, with ${other})`,
    );
  });

  it('are not found in what is unknown', () => {
    expect(after('signal', { 'e2ee-direct': 'unknown', 'server-operator': 'unknown' })).toEqual([]);
  });
});
