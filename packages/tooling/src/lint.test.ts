import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResult } from './results.ts';
import { type SamplePackage, samplePackage } from './testing/package.ts';

let sample: SamplePackage;

beforeAll(() => {
  sample = samplePackage();
});

afterAll(() => sample.remove());

describe('sealmark-tooling lint', () => {
  it('lets a tidy element pass', async () => {
    sample.write({
      'src/sample.ts': 'export const sample = 1;\n',
      'src/sample.styles.ts':
        "import { css } from 'lit';\n\nexport const styles = css`\n  p {\n    margin-block-start: 1rem;\n    color: var(--_ink);\n  }\n`;\n",
    });
    expect(await sample.run('lint')).toMatchObject({ code: 0 });
    expect(readResult(sample.root, 'lint')).toEqual({ passed: 3, skipped: 0, failures: [] });
  });

  describe('refuses', () => {
    const faults = [
      [
        'HTML from a string',
        'a.ts',
        "document.body.innerHTML = '';\n",
        'No HTML from strings',
        'oxlint',
      ],
      [
        'an attribute bound twice',
        'b.ts',
        "import { html } from 'lit';\n\nexport const a = (id: string) => html`<p id=${id} id=${id}></p>`;\n",
        'no-duplicate-template-bindings',
        'oxlint',
      ],
      [
        'a raw color',
        'c.styles.ts',
        "import { css } from 'lit';\n\nexport const a = css`\n  p {\n    color: rgb(0 0 0);\n  }\n`;\n",
        'use a token',
        'stylelint',
      ],
      [
        'a physical side',
        'd.styles.ts',
        "import { css } from 'lit';\n\nexport const a = css`\n  p {\n    margin-left: 1rem;\n  }\n`;\n",
        'Use the logical property',
        'stylelint',
      ],
      ['code out of form', 'e.ts', 'export const a = "1"\n', 'Format issues', 'oxfmt'],
    ] as const;
    let code: number;
    let output: string;

    beforeAll(async () => {
      for (const [, file, text] of faults) sample.write({ [`src/${file}`]: text });
      ({ code, output } = await sample.run('lint'));
      output = stripVTControlCharacters(output);
    });

    it.each(faults)('%s', (_name, file, _text, message, tool) => {
      expect(output).toContain(file);
      expect(output).toContain(message);
      expect(readResult(sample.root, 'lint')?.failures).toContain(tool);
    });

    it('each of them as an error, and finds nothing else', () => {
      expect(code).toBe(1);
      expect(readResult(sample.root, 'lint')).toMatchObject({
        passed: 0,
        failures: ['oxlint', 'oxfmt', 'stylelint'],
      });
      expect(output).toContain('Found 0 warnings and 2 errors.');
      expect(output).toContain('2 problems (2 errors, 0 warnings)');
    });
  });
});
