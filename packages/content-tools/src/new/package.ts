import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FolderError, isFolder } from '../folders.ts';
import { writeFile } from '../write.ts';
import { readyForEntries } from './entry.ts';
import { manifestOf } from './manifest.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/**
 * Writes a content package into a folder that is new or empty. It is made elsewhere first: an answer that cannot be used
 * leaves nothing behind.
 *
 * @param fill - Writes entries into the package that is made, and returns the paths of what it wrote.
 * @returns The paths of what was written, from the folder.
 * @throws {FolderError} When something stands in the folder.
 */
export async function writePackage(
  folder: string,
  fill: (draft: string) => Promise<string[]>,
): Promise<string[]> {
  assertEmpty(folder);
  const draft = mkdtempSync(join(tmpdir(), 'sealmark-'));
  try {
    const files = filesOf(basename(folder));
    for (const [path, text] of files) writeFile(join(draft, path), text);
    readyForEntries(draft);
    const written = [...new Set([...files.keys(), ...(await fill(draft))])];
    for (const path of written)
      writeFile(join(folder, path), readFileSync(join(draft, path), 'utf8'));
    readyForEntries(folder);
    return written;
  } finally {
    rmSync(draft, { recursive: true });
  }
}

function assertEmpty(folder: string): void {
  if (existsSync(folder)) {
    const found = isFolder(folder) ? readdirSync(folder).filter((name) => name !== '.git') : [''];
    if (found.length > 0)
      throw new FolderError(`${folder} is not empty; name a folder that is new or empty.`);
  }
}

/** The files of a package without entries, by path. */
function filesOf(folder: string): Map<string, string> {
  const name = folder
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
  return files;
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
