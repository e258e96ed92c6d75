import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '..', 'dist');
const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Record<
  string,
  string
>;

describe('integrity.json', () => {
  it('has the hash of every script', () => {
    const files = globSync('**/*.js', { cwd: dist }).sort();
    expect(Object.keys(integrity).sort()).toEqual(files);
    for (const file of files) {
      const hash = createHash('sha384').update(readFileSync(join(dist, file)));
      expect(integrity[file], file).toBe(`sha384-${hash.digest('base64')}`);
    }
  });
});

describe('every script', () => {
  it('names its source map, which names no place outside of the sources', () => {
    const scripts = globSync('{*,*/drawing}.js', { cwd: dist }).filter((file) => file !== 'ids.js');
    expect(scripts).toHaveLength(8);
    for (const file of scripts) {
      const script = readFileSync(join(dist, file), 'utf8');
      expect(script).toContain(`//# sourceMappingURL=${basename(file)}.map`);
      const map = JSON.parse(readFileSync(join(dist, `${file}.map`), 'utf8'));
      expect(map.sources.length).toBe(map.sourcesContent.length);
      expect(map.sources.filter((path: string) => !path.startsWith('..'))).toEqual([]);
    }
  });
});
