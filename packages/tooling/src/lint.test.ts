import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readResult } from './results.ts';
import { type SamplePackage, samplePackage } from './testing/package.ts';

let sample: SamplePackage;

beforeEach(() => {
  sample = samplePackage();
});

afterEach(() => sample.remove());

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

  it.each([
    [
      'HTML from a string',
      'a.ts',
      "document.body.innerHTML = '';\n",
      'No HTML from strings',
      'oxlint',
    ],
    [
      'an attribute bound twice',
      'a.ts',
      "import { html } from 'lit';\n\nexport const a = html`<p id=${1} id=${2}></p>`;\n",
      'no-duplicate-template-bindings',
      'oxlint',
    ],
    [
      'a raw color',
      'a.styles.ts',
      "import { css } from 'lit';\n\nexport const a = css`\n  p {\n    color: rgb(0 0 0);\n  }\n`;\n",
      'use a token',
      'stylelint',
    ],
    [
      'a physical side',
      'a.styles.ts',
      "import { css } from 'lit';\n\nexport const a = css`\n  p {\n    margin-left: 1rem;\n  }\n`;\n",
      'Use the logical property',
      'stylelint',
    ],
    ['code out of form', 'a.ts', 'export const a = "1"\n', 'Format issues', 'oxfmt'],
  ])('refuses %s', async (_name, file, text, message, tool) => {
    sample.write({ [`src/${file}`]: text });
    const { code, output } = await sample.run('lint');
    expect(output).toContain(message);
    expect(code).toBe(1);
    expect(readResult(sample.root, 'lint')).toMatchObject({ failures: [tool] });
  });
});
