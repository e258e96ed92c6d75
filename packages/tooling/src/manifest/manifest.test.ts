import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SamplePackage, samplePackage } from '../testing/package.ts';

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

  it('tells what properties are where nobody sets them', async () => {
    sample.write({
      'src/sample-element.ts': `import { LitElement } from 'lit';
/**
 * Greets.
 *
 * @cssprop --ink - Text.
 * @cssprop --gap - The room between.
 * @cssprop --other - What has no default.
 */
export class SampleElement extends LitElement {
  static override properties = { tone: {} };
  /**
   * The tone.
   * @default 'warm'
   */
  declare tone: string;
}
`,
      'src/define.ts': `import { define } from 'elsewhere';
import { SampleElement } from './sample-element.ts';
define('sample-element', SampleElement);
`,
      'dist/sheets.js': `export default ['a { gap: var(--gap, 1rem) }', ['b { color: var(--ink, light-dark(oklch(0 0 0), red)); --x: var(--other) }']];`,
    });
    await sample.run('manifest');
    const { modules } = JSON.parse(
      readFileSync(join(sample.root, 'dist/custom-elements.json'), 'utf8'),
    ) as { modules: { declarations: object[] }[] };
    expect(modules.flatMap(({ declarations }) => declarations)).toMatchObject([
      {
        attributes: [{ name: 'tone', default: "'warm'" }],
        members: [{ name: 'tone', default: "'warm'" }],
        cssProperties: [
          { name: '--ink', default: 'light-dark(oklch(0 0 0), red)' },
          { name: '--gap', default: '1rem' },
          { name: '--other', description: 'What has no default.' },
        ],
      },
    ]);
  });

  it('leaves out what the package keeps to itself', async () => {
    sample.write({
      'src/sample-element.ts': `import { LitElement } from 'lit';
/** Greets. */
export class SampleElement extends LitElement {}
/** For the neighboring file. */
export const inner = 1;
`,
      'src/helper.ts': `/** For the neighboring file. */
export function help() {}
`,
      'src/events.ts': `/** It has greeted. */
export class GreetEvent extends Event {}
`,
      'src/index.ts': `export { SampleElement } from './sample-element.ts';
export { GreetEvent } from './events.ts';
`,
      'src/define.ts': `import { define } from 'elsewhere';
import { SampleElement } from './sample-element.ts';
define('sample-element', SampleElement);
`,
    });
    await sample.run('manifest');
    const { modules } = JSON.parse(
      readFileSync(join(sample.root, 'dist/custom-elements.json'), 'utf8'),
    ) as { modules: { declarations: { name: string }[] }[] };
    const names = modules.flatMap(({ declarations }) => declarations.map(({ name }) => name));
    expect(names.sort()).toEqual(['GreetEvent', 'SampleElement']);
  });

  it('tells the tools of users what it knows', async () => {
    sample.write({
      'package.json': '{ "name": "sample", "version": "1.2.3", "type": "module" }',
      'src/sample-element.ts': `import { LitElement } from 'lit';
/**
 * Greets.
 *
 * @slot - Whom to greet.
 * @csspart line - The greeting.
 * @cssprop --sample-color - The color.
 * @fires {Event} greet - When it has greeted.
 */
export class SampleElement extends LitElement {
  static override properties = { tone: {}, loud: { type: Boolean } };
  /** The tone. */
  declare tone: 'warm' | 'cool' | undefined;
  /** Whether it shouts. */
  declare loud: boolean;
}
`,
      'src/index.ts': `export { SampleElement } from './sample-element.ts';\n`,
      'src/define.ts': `import { define } from 'elsewhere';
import { SampleElement } from './sample-element.ts';
define('sample-element', SampleElement);
`,
    });
    await sample.run('manifest');
    const read = (name: string) => readFileSync(join(sample.root, 'dist', name), 'utf8');
    expect(JSON.parse(read('vscode.html-custom-data.json')).tags).toMatchObject([
      {
        name: 'sample-element',
        attributes: [
          { name: 'tone', values: [{ name: 'warm' }, { name: 'cool' }] },
          { name: 'loud', valueSet: 'v' },
        ],
      },
    ]);
    expect(JSON.parse(read('vscode.css-custom-data.json')).properties).toMatchObject([
      { name: '--sample-color', description: { value: 'The color.' } },
    ]);
    expect(JSON.parse(read('web-types.json'))).toMatchObject({
      name: 'sample',
      version: '1.2.3',
      contributions: {
        html: { elements: [{ name: 'sample-element', js: { events: [{ name: 'greet' }] } }] },
      },
    });
    for (const framework of ['react', 'preact', 'solid', 'vue', 'svelte']) {
      expect(read(`${framework}.d.ts`)).toContain(`'sample-element': Tag<SampleElement`);
      expect(read(`${framework}.js`)).toBe('export {};\n');
    }
  });
});
