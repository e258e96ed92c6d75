import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

type Schema = Record<string, any>;

const dist = join(import.meta.dirname, '../dist');
const read = (name: string): Schema =>
  JSON.parse(readFileSync(join(dist, `${name}.schema.json`), 'utf8'));
const authoring = read('authoring');
const messenger = read('messenger');
const card = read('card');

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
  keywords: ['x-vocabulary'],
});
for (const schema of [authoring, messenger, card]) ajv.addSchema(schema);

/** What is wrong with a value by a definition, as `path message`. */
function errors(schema: Schema, definition: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${definition}` });
  return validate(value)
    ? []
    : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** All parts of a schema that are objects, with the path to each. */
function partsOf(node: unknown, path = ''): [path: string, part: Schema][] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, child]) =>
    partsOf(child, `${path}/${key.replaceAll('/', '~1')}`),
  );
  return Array.isArray(node) ? below : [[path, node], ...below];
}

const source = { url: 'https://example.org/', title: 'A page', kind: 'vendor' };
const claim = { value: 'yes', asOf: '2022-09', reviewed: '2022-09-16', sources: [source] };

describe.each([
  ['authoring', authoring],
  ['messenger', messenger],
  ['card', card],
])('%s.schema.json', (_, schema) => {
  it('is a schema', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(ajv.getSchema(schema.$id)).toBeTypeOf('function');
  });

  it('describes with examples that are valid', () => {
    const withExamples = partsOf(schema).filter(([, part]) => Array.isArray(part.examples));
    if (schema !== card) expect(withExamples.length).toBeGreaterThan(20);
    for (const [path, part] of withExamples) {
      const validate = ajv.compile({ $ref: `${schema.$id}#${path}` });
      for (const example of part.examples)
        expect(validate(example), `${path}: ${JSON.stringify(example)}`).toBe(true);
    }
  });
});

describe('what authors write', () => {
  it('has no field that the schema does not know', () => {
    expect(errors(authoring, 'claim', { ...claim, sauces: [] })).toEqual([
      ' must NOT have additional properties',
    ]);
  });
  it('may name a source, with a place in it', () => {
    expect(errors(authoring, 'claim', { ...claim, sources: ['page', 'page#L36'] })).toEqual([]);
    expect(errors(authoring, 'claim', { ...claim, sources: ['Page 36'] })).toHaveLength(2);
  });
  it('is Markdown', () => {
    expect(errors(authoring, 'richText', 'Some *words*')).toEqual([]);
  });
  it('does not have what is computed', () => {
    const notice = {
      kind: 'removed',
      name: 'A',
      since: '2022-01-01',
      reason: 'B',
      sources: [source],
    };
    expect(errors(authoring, 'removed', notice)).toEqual([]);
    expect(errors(authoring, 'removed', { ...notice, id: 'a' })).toEqual([
      ' must NOT have additional properties',
    ]);
  });
  it.each([
    ['yes needs sources and a date', { value: 'yes', reviewed: '2022-09-16' }, 3],
    [
      'unknown needs a note only',
      { value: 'unknown', reviewed: '2022-09-16', note: 'Nobody says.' },
      0,
    ],
    ['unknown needs a note', { value: 'unknown', reviewed: '2022-09-16' }, 2],
    ['disputed needs positions', { value: 'disputed', reviewed: '2022-09-16' }, 4],
  ])('%s', (_, value, count) => {
    expect(errors(authoring, 'claim', value).length > 0).toBe(count > 0);
  });
  it('is told about one shape where there is a choice', () => {
    expect(errors(authoring, 'logo', { reason: 'The makers forbid it.' })).toEqual([
      " must have required property 'alt'",
      ' must match "then" schema',
    ]);
    expect(errors(authoring, 'condition', { claim: 'a' })).toEqual([
      " must have required property 'is'",
      ' must match "then" schema',
      ' must match "then" schema',
    ]);
  });
  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'https://',
    'https://me@example.org/',
    'https://a b/',
  ])('has no address such as %s', (url) => {
    expect(errors(authoring, 'httpsUrl', url)).toHaveLength(1);
  });
});

describe('what is published', () => {
  it('lets unknown fields through, in every object', () => {
    expect(partsOf(messenger).filter(([, part]) => part.additionalProperties === false)).toEqual(
      [],
    );
    const later = {
      ...claim,
      note: [
        {
          type: 'paragraph',
          children: ['A', { type: 'link', url: 'https://a.org', children: [], later: 1 }],
        },
      ],
      confidence: 'high',
      sources: [{ ...source, archived: true }],
    };
    expect(errors(messenger, 'claim', later)).toEqual([]);
  });
  it('still refuses what is wrong', () => {
    expect(errors(messenger, 'claim', { ...claim, asOf: 'soon' })).toHaveLength(1);
    expect(errors(messenger, 'claim', { ...claim, sources: ['page'] })).toEqual([
      '/sources/0 must be object',
    ]);
    expect(errors(messenger, 'richText', 'Some *words*')).toEqual([' must be array']);
    expect(errors(messenger, 'block', { type: 'html', children: ['<b>'] }).length).toBeGreaterThan(
      0,
    );
  });
  it('always has what is computed', () => {
    expect(messenger.$defs.messenger.required.slice(0, 4)).toEqual([
      'id',
      'auditsReviewed',
      'reviewed',
      'reviewBy',
    ]);
    expect(messenger.$defs.criterion.required).toContain('verdicts');
  });
  it('has nothing that is for authors only, and no keyword of ours', () => {
    expect(messenger.$defs.messenger.properties).not.toHaveProperty('sources');
    expect(
      partsOf(messenger).filter(([, part]) =>
        Object.keys(part).some((key) => key.startsWith('x-')),
      ),
    ).toEqual([]);
  });
});

describe('the types', () => {
  const text = readFileSync(join(dist, 'generated/types.d.ts'), 'utf8');
  const names = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name!);

  it('are one for each thing', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'MessengerRecord',
        'Messenger',
        'Claim',
        'Source',
        'Block',
        'Inline',
        'CardRecord',
        'CardAudit',
        'Fact',
        'Criterion',
        'Page',
        'Change',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /\d$/.test(name))).toEqual([]);
  });
  it('hide no name of the language', () => {
    expect(names.filter((name) => name in globalThis)).toEqual([]);
  });
  it('refer to nothing that is not there', () => {
    const known = new Set([...names, ...'string number boolean unknown'.split(' ')]);
    const used = [...text.matchAll(/^ +\w+\??: (\w+)/gm)].map(([, name]) => name!);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});
