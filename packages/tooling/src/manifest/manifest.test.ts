import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SamplePackage, samplePackage } from '../testing/package.ts';

let sample: SamplePackage;
let code: number;

const read = (name: string): string => readFileSync(join(sample.root, 'dist', name), 'utf8');

interface Module {
  path: string;
  declarations: { name: string }[];
}

/** The modules of the manifest. */
const modules = (): Module[] => JSON.parse(read('custom-elements.json')).modules;

/** What the manifest says of a module. */
const declarationsOf = (file: string) =>
  modules().find(({ path }) => path === `dist/${file}.js`)?.declarations;

describe('sealmark-tooling manifest', () => {
  beforeAll(async () => {
    sample = samplePackage();
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
      'src/other-element.ts': `import { LitElement } from 'lit';
/**
 * Greets.
 *
 * @cssprop --ink - Text.
 * @cssprop --gap - The room between.
 * @cssprop --other - What has no default.
 */
export class OtherElement extends LitElement {
  static override properties = { tone: {} };
  /**
   * The tone.
   * @default 'warm'
   */
  declare tone: string;
}
`,
      'src/define.ts': `import { define } from 'elsewhere';
import { OtherElement } from './other-element.ts';
import { SampleElement } from './sample-element.ts';
define('sample-element', SampleElement);
define('other-element', OtherElement);
`,
      'dist/sheets.js': `export default ['a { gap: var(--gap, 1rem) }', ['b { color: var(--ink, light-dark(oklch(0 0 0), red)); --x: var(--other) }']];`,
    });
    ({ code } = await sample.run('manifest'));
  });

  afterAll(() => sample.remove());

  it('knows the tag, the attributes and the files of an element, and nothing private', () => {
    expect(code).toBe(0);
    expect(declarationsOf('sample-element')).toMatchObject([
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

  it('tells what properties are where nobody sets them', () => {
    expect(declarationsOf('other-element')).toMatchObject([
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
});

describe('sealmark-tooling manifest, of a package with an index', () => {
  beforeAll(async () => {
    sample = samplePackage();
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
  static override properties = { tone: {}, loud: { type: Boolean }, part: {}, when: {} };
  /** The tone. */
  declare tone: 'warm' | 'cool' | undefined;
  /** Whether it shouts. */
  declare loud: boolean;
  /** The part of the day that it greets in: morning, noon, late-evening or night; none where it is empty. */
  declare part: string | undefined;
  /** When it greets: at dawn, noon or dusk. */
  declare when: string | undefined;
}
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
    ({ code } = await sample.run('manifest'));
  });

  afterAll(() => sample.remove());

  it('leaves out what the package keeps to itself', () => {
    expect(code).toBe(0);
    const names = modules().flatMap(({ declarations }) => declarations.map(({ name }) => name));
    expect(names.sort()).toEqual(['GreetEvent', 'SampleElement']);
  });

  it('tells the tools of users what it knows', () => {
    expect(JSON.parse(read('vscode.html-custom-data.json')).tags).toMatchObject([
      {
        name: 'sample-element',
        attributes: [
          { name: 'tone', values: [{ name: 'warm' }, { name: 'cool' }] },
          { name: 'loud', valueSet: 'v' },
          {
            name: 'part',
            values: [
              { name: 'morning' },
              { name: 'noon' },
              { name: 'late-evening' },
              { name: 'night' },
            ],
          },
          { name: 'when' },
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
        html: {
          elements: [
            {
              name: 'sample-element',
              attributes: [
                { name: 'tone', value: { type: "'warm' | 'cool'" } },
                { name: 'loud', value: { kind: 'no-value' } },
                {
                  name: 'part',
                  value: { type: "'morning' | 'noon' | 'late-evening' | 'night' | string" },
                },
                // Its description is more than a list of values.
                { name: 'when', value: { type: 'string' } },
              ],
              js: { events: [{ name: 'greet' }] },
            },
          ],
        },
      },
    });
    for (const framework of ['react', 'preact', 'solid', 'vue', 'svelte']) {
      expect(read(`${framework}.d.ts`)).toContain(`'sample-element': Tag<SampleElement`);
      expect(read(`${framework}.js`)).toBe('export {};\n');
    }
    expect(read('react.d.ts')).toContain("keyof Props | 'onToggle'>");
  });
});
