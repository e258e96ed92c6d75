import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@sealmark/schema';
import { compare as compareVersions } from 'semver';
import {
  definitionOf,
  kindOf,
  VOCABULARIES,
  type Content,
  type VocabularyName,
} from './content.ts';
import { FolderError, isFolder, liesIn } from './folders.ts';
import type { Problem, Progress } from './problems.ts';
import { isVersion, releaseFile } from './release.ts';
import { isPublished, walk } from './schema.ts';
import { quote, suggest } from './words.ts';
import { readYaml, type ContentFile } from './yaml.ts';

/** How long an id may be, as the schema says. */
const LONGEST_ID = 64;

/** How large a file of content may be, in bytes: many times what anybody writes by hand. */
const LARGEST = 2_000_000;

/**
 * Reads a content package: `content/` with its guides, or its entries, vocabularies, criteria and page,
 * `releases/` and the version in `package.json`.
 *
 * @param root - The folder of the package.
 * @param progress - Told how far it is.
 * @throws {FolderError} When there is neither `content/messengers` nor `content/guides` in it.
 */
export function loadContent(root: string, progress?: Progress): Content {
  const [hasEntries, hasGuides] = ['messengers', 'guides'].map((name) =>
    isFolder(join(root, 'content', name)),
  );
  if (!hasEntries && !hasGuides) {
    throw new FolderError(
      `There is no folder content/messengers in ${root}, and no content/guides; name the folder of a content package.`,
    );
  }
  const content: Content = {
    root,
    version: '0.0.0',
    entries: new Map(),
    vocabularies: new Map(),
    guides: new Map(),
    criteria: undefined,
    contradictions: undefined,
    exceptions: undefined,
    page: undefined,
    releases: [],
    files: new Map(),
    problems: [],
  };
  const version = (readJson(content, 'package.json') as { version?: unknown } | undefined)?.version;
  if (isVersion(version)) content.version = version;
  else if (version !== undefined)
    content.problems.push(
      wholeFile('package.json', `${quote(version)} is not a version; write one such as 1.2.0`),
    );
  const optional = (name: string) =>
    stands(join(root, 'content', name)) ? readFile(content, `content/${name}`) : undefined;
  content.exceptions = optional('exceptions.yaml');
  for (const name of yamlFiles(content, 'content/guides')) {
    const file = readFile(content, `content/guides/${name}.yaml`);
    if (!file) continue;
    straighten(file, 'guide');
    content.guides.set(name, file);
  }
  if (!hasEntries) return content;
  content.releases = readReleases(content);
  for (const problem of gone(content)) content.problems.push(problem);
  const names = yamlFiles(content, 'content/messengers');
  for (const [index, name] of names.entries()) {
    progress?.('read', index, names.length);
    const file = readFile(content, `content/messengers/${name}.yaml`);
    if (!file) continue;
    straighten(file, kindOf(file.data));
    content.entries.set(name, file);
  }
  for (const name of yamlFiles(content, 'content/vocabularies')) {
    if (VOCABULARIES.includes(name as VocabularyName)) continue;
    const path = `content/vocabularies/${name}.yaml`;
    content.problems.push(
      wholeFile(path, `there is no vocabulary of this name; ${suggest(name, VOCABULARIES)}`),
    );
  }
  for (const name of VOCABULARIES) {
    const file = readFile(
      content,
      `content/vocabularies/${name}.yaml`,
      'a list of words, each with id, label and explanation',
    );
    if (!file) continue;
    straighten(file, definitionOf(name));
    content.vocabularies.set(name, file);
  }
  content.criteria = readFile(
    content,
    'content/criteria.yaml',
    'a list of criteria, or [] where there are none',
  );
  content.page = readFile(
    content,
    'content/page.yaml',
    'the id, title, intro and sections of the page',
  );
  content.contradictions = optional('contradictions.yaml');
  straighten(content.criteria, 'criteria');
  straighten(content.page, 'page');
  return content;
}

/** A year alone is read as a number; where a date belongs it is one. */
function straighten(file: ContentFile | undefined, definition: string | undefined): void {
  if (!file || !definition) return;
  for (const visit of walk(definition, file.data)) {
    const isDate = visit.definition === 'partialDate' || visit.definition === 'auditDate';
    if (!isDate || typeof visit.value !== 'number' || visit.value < 1000 || visit.value > 9999)
      continue;
    const parent = visit.path.slice(0, -1).reduce<any>((value, part) => value[part], file.data);
    parent[visit.path.at(-1)!] = String(visit.value);
  }
}

/** The names of the YAML files in a folder, in order; what is named wrongly is reported. */
function yamlFiles(content: Content, folder: string): string[] {
  const full = join(content.root, folder);
  if (!isFolder(full) || !isOwn(content, folder)) return [];
  const names: string[] = [];
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    const [, name, ending] = /^(.+)\.(ya?ml)$/i.exec(entry.name) ?? [];
    if (entry.name.startsWith('.') || !name) continue;
    if (ending !== 'yaml')
      content.problems.push(
        wholeFile(path, `the name ends in .${ending}; rename the file to ${name}.yaml`),
      );
    else if (/(messengers|guides)$/.test(folder) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
      content.problems.push(
        wholeFile(
          path,
          'the name of the file is the id of what it holds; rename it with small letters, digits and single hyphens',
        ),
      );
    } else if (name.length > LONGEST_ID) {
      const message = `the name of the file is the id of what it holds, and has ${name.length} characters; rename it with at most ${LONGEST_ID}`;
      content.problems.push(wholeFile(path, message));
    } else names.push(name);
  }
  return names.sort();
}

function readFile(content: Content, path: string, what?: string): ContentFile | undefined {
  const full = join(content.root, path);
  if (!stands(full)) {
    content.problems.push(wholeFile(path, `the file is missing; write it: ${what}`));
    return undefined;
  }
  if (!isOwn(content, path) || !isPlain(content, path)) return undefined;
  let text = '';
  const { size } = statSync(full);
  if (size > LARGEST) {
    const millions = Math.round(size / 1_000_000);
    const message = `the file has ${millions} million bytes; a file of content has at most ${LARGEST / 1_000_000}`;
    content.problems.push(wholeFile(path, message));
    return undefined;
  }
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(full));
  } catch {
    content.problems.push(
      wholeFile(path, 'the file is not text in UTF-8; save it in this encoding'),
    );
    return undefined;
  }
  const { file, problems } = readYaml(path, text);
  content.files.set(path, file);
  for (const problem of problems) content.problems.push(problem);
  return file;
}

/** Whether anything stands at a path, be it a link that leads to nothing. */
const stands = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Whether what stands at a path lies in the package; where a link leads out of it or to nothing, that is a problem. */
function isOwn(content: Content, path: string): boolean {
  const full = join(content.root, path);
  const isThere = existsSync(full);
  if (isThere && liesIn(content.root, full)) return true;
  const message = isThere
    ? 'a link leads out of the package here; put the file itself in its place, so that the package is whole'
    : 'a link leads to nothing here; put the file itself in its place';
  content.problems.push(wholeFile(path, message));
  return false;
}

/** Whether a file stands at a path; to read what is no file can take for ever. */
function isPlain(content: Content, path: string): boolean {
  const stat = statSync(join(content.root, path));
  if (stat.isFile()) return true;
  const what = stat.isDirectory() ? 'a folder' : 'a device or pipe';
  content.problems.push(wholeFile(path, `${what} stands here; put a file in its place`));
  return false;
}

function wholeFile(file: string, message: string): Problem {
  return { file, line: 1, column: 1, length: 1, field: '', rule: 'files', message };
}

/** Entries that were published and have no file any more: their addresses would stop working. */
function gone({ root, releases }: Content): Problem[] {
  const published = new Map(
    releases.flatMap(({ version, entries }) => entries.map(({ id }) => [id, version] as const)),
  );
  return [...published].flatMap(([id, version]) => {
    const path = `content/messengers/${id}.yaml`;
    if (existsSync(join(root, path))) return [];
    const message = `the file is gone, but the entry was published with version ${version}; bring it back, with kind: moved or removed if it is listed no more`;
    return [wholeFile(path, message)];
  });
}

function readReleases(content: Content): Release[] {
  const folder = join(content.root, 'releases');
  if (!isFolder(folder) || !isOwn(content, 'releases')) return [];
  return versionsIn(folder).flatMap((version) => {
    const path = releaseFile(version);
    const release = readJson(content, path);
    if (release === undefined) return [];
    const isOwn =
      isPublished('release', release) && path === releaseFile((release as Release).version);
    if (isOwn) return [release as Release];
    const message = 'the file is no release of this package; take it from the last commit';
    content.problems.push(wholeFile(path, message));
    return [];
  });
}

/** The versions that have a file in a folder of releases, oldest first. */
const versionsIn = (folder: string): string[] =>
  readdirSync(folder)
    .flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [])
    .sort(compareVersions);

/** The newest version that has a file in the `releases/` of a package. */
export function newestRelease(root: string): string | undefined {
  const folder = join(root, 'releases');
  return isFolder(folder) ? versionsIn(folder).at(-1) : undefined;
}

function readJson(content: Content, path: string): unknown {
  const full = join(content.root, path);
  if (!stands(full)) return undefined;
  if (!isOwn(content, path) || !isPlain(content, path)) return undefined;
  try {
    return JSON.parse(readFileSync(full, 'utf8'));
  } catch {
    content.problems.push(wholeFile(path, 'the file is not JSON; take it from the last commit'));
    return undefined;
  }
}
