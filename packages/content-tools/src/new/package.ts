import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FolderError, isFolder } from '../folders.ts';
import { writeFile } from '../write.ts';
import { manifestOf } from './manifest.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/**
 * Writes a content package without entries into a folder that is new or empty.
 *
 * @returns The paths of what was written, from the folder.
 * @throws {FolderError} When something stands in the folder.
 */
export function writePackage(folder: string): string[] {
  if (existsSync(folder)) {
    const found = isFolder(folder) ? readdirSync(folder).filter((name) => name !== '.git') : [''];
    if (found.length > 0)
      throw new FolderError(`${folder} is not empty; name a folder that is new or empty.`);
  }
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const files = new Map([
    ['package.json', manifestOf(name || 'messengers')],
    ['.gitignore', 'node_modules/\ndist/\n'],
    ['README.md', readmeOf(name || 'messengers')],
  ]);
  for (const path of globSync('content/**/*.yaml', { cwd: TEMPLATES }).sort())
    files.set(path.replaceAll(sep, '/'), readFileSync(join(TEMPLATES, path), 'utf8'));
  for (const [path, text] of files) writeFile(join(folder, path), text);
  return [...files.keys()];
}

const readmeOf = (name: string): string => `# ${name}

Messengers as data: every claim with its source and its date.

\`\`\`sh
npm install
npx sealmark new heron      # writes an entry with blanks
npx sealmark check          # says what is missing, and where
npx sealmark build          # writes dist/
\`\`\`

A program reads it as a module, the elements of Sealmark show its cards:

\`\`\`js
import heron from '${name}/cards/heron';
\`\`\`
`;
