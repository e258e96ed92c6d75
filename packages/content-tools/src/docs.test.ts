import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillFields, withFields } from './docs.ts';

const place = 'Before\n\n<!-- fields: past -->\nold\n<!-- /fields -->\n\nAfter\n';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('tables of fields', () => {
  it('say what the schema says of each field, and which of them may be missing', () => {
    const text = withFields(place);
    expect(text).toContain('| `until` | Until when |');
    expect(text).toContain(
      '| `from` | Since when. Left out where it is not known (not always there) |',
    );
    expect(text).not.toContain('old');
    expect(text.startsWith('Before\n\n<!-- fields: past -->\n')).toBe(true);
    expect(text.endsWith('<!-- /fields -->\n\nAfter\n')).toBe(true);
  });

  it('are the same when they are filled again', () => {
    expect(withFields(withFields(place))).toBe(withFields(place));
  });

  it('leave a text without places alone', () => {
    expect(withFields('# Title\n')).toBe('# Title\n');
  });

  it('ask for a definition that exists', () => {
    expect(() => withFields(place.replace('past', 'clam'))).toThrow(
      'The schema has no fields of "clam"; did you mean "claim"?',
    );
  });

  it('stand in a file', () => {
    for (const path of [folder, join(folder, 'nothing.md')])
      expect(() => fillFields(path)).toThrow(`There is no file ${path}.`);
  });

  it('are checked without being written', () => {
    const file = join(folder, 'README.md');
    writeFileSync(file, place);
    expect(fillFields(file, { check: true })).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(place);
    expect(fillFields(file)).toBe(true);
    expect(fillFields(file, { check: true })).toBe(false);
  });
});
