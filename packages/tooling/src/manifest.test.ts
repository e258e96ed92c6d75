import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SamplePackage, samplePackage } from './testing/package.ts';

let sample: SamplePackage;

beforeEach(() => {
  sample = samplePackage();
});

afterEach(() => sample.remove());

describe('sealmark-tooling manifest', () => {
  it('knows the tag, the attributes and the files of an element, and nothing private', async () => {
    sample.write({
      'src/sample-element.ts': `import { LitElement } from 'lit';
/**
 * Greets.
 *
 * @fires {Event} greet - When it has greeted.
 */
export class SampleElement extends LitElement {
  static override properties = { shortName: { attribute: 'short-name' }, data: { attribute: false } };
  /** Whom to greet. */
  declare shortName: string | undefined;
  /** The data. */
  declare data: number[];
  #secret = 1;
}
`,
      'src/define.ts': `import { define } from 'elsewhere';
import { SampleElement } from './sample-element.ts';
define('sample-element', SampleElement);
`,
    });
    expect(await sample.run('manifest')).toMatchObject({ code: 0 });
    const { modules } = JSON.parse(
      readFileSync(join(sample.root, 'dist/custom-elements.json'), 'utf8'),
    );
    const module = modules.find(({ path }: { path: string }) => path === 'dist/sample-element.js');
    expect(module.declarations).toMatchObject([
      {
        name: 'SampleElement',
        tagName: 'sample-element',
        customElement: true,
        description: 'Greets.',
        attributes: [{ name: 'short-name', fieldName: 'shortName', description: 'Whom to greet.' }],
        members: [{ name: 'shortName' }, { name: 'data', type: { text: 'number[]' } }],
        events: [{ name: 'greet', type: { text: 'Event' } }],
      },
    ]);
  });
});
