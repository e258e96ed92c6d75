import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tooling } from '../run.ts';
import { tellDefaults } from './defaults.ts';
import { cssData, htmlData, webTypes } from './editors.ts';
import { elementsOf, type ElementsManifest } from './elements.ts';
import { frameworks } from './frameworks.ts';

/**
 * Writes what the package in `root` tells the tools of its users into `dist`: `custom-elements.json`, read from the
 * sources, docblocks and styles of its elements; and made from it, the types of the frameworks' templates (`react.d.ts` and so
 * on) and the data of editors (`vscode.html-custom-data.json`, `vscode.css-custom-data.json`, `web-types.json`).
 *
 * @returns the exit code.
 */
export async function manifest(root: string): Promise<number> {
  const config = join(tooling, 'config/manifest.js');
  const code = await run('cem', ['analyze', '--config', config, '--quiet'], { cwd: root });
  if (code !== 0) return code;
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const write = (name: string, text: string) => writeFileSync(join(root, 'dist', name), text);
  const json = (name: string, value: unknown) => write(name, `${JSON.stringify(value, null, 2)}\n`);

  const custom = read('dist/custom-elements.json') as ElementsManifest;
  const elements = elementsOf(custom);
  if (elements.length === 0) return 0;
  await tellDefaults(elements, root);
  json('custom-elements.json', custom);
  for (const [name, text] of Object.entries(frameworks)) {
    write(`${name}.d.ts`, text(elements));
    // Whoever imports the types by a plain `import` gets a module that does nothing.
    write(`${name}.js`, 'export {};\n');
  }
  json('vscode.html-custom-data.json', htmlData(elements));
  json('vscode.css-custom-data.json', cssData(elements));
  json(
    'web-types.json',
    webTypes(elements, read('package.json') as { name: string; version: string }),
  );
  return 0;
}
