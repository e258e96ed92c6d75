import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import { compile } from '../compile.ts';
import { loadContent } from '../load.ts';
import { FolderError, isFolder } from '../folders.ts';
import { exportName } from '../names.ts';
import { VOCABULARIES } from '../content.ts';
import { describe, type Progress } from '../problems.ts';
import { ReleaseError, toRelease } from '../release.ts';
import { isPublished, isRecord, publishedSchema, type Schema } from '../schema.ts';
import { blocking, validate } from '../validate.ts';
import type { State } from './changes.ts';

/** One side of a comparison. */
export interface Side {
  /** What it is called: `1.0.0`, `content in packages/messengers`. */
  label: string;
  /** The name of the package, where it is known. */
  name?: string | undefined;
  state: State;
  /** The subpaths that the package exports, where they are known. */
  exports?: string[] | undefined;
  /** The schema of its records, where it is known. */
  schema?: Schema | undefined;
}

/** No package unpacks to more than this, in bytes; an archive that does is none of ours. */
const LARGEST = 2_000_000_000;

/**
 * Reads a state of the data from wherever it is kept: the folder of a content package, of a built package or of its
 * `dist`, the tarball of a package, or the file of a release.
 *
 * @param options - Who is told how far it is with content.
 * @throws {FolderError} When it is none of these.
 * @throws {ReleaseError} When the content in the folder has problems.
 */
export async function readSide(
  place: string,
  { progress }: { progress?: Progress } = {},
): Promise<Side> {
  if (!existsSync(place)) throw new FolderError(`There is no ${place}.`);
  if (isFolder(place)) {
    if (isFolder(join(place, 'content'))) return fromContent(place, progress);
    const dist = existsSync(join(place, 'all.json')) ? '' : 'dist/';
    return fromBuilt(place, (path) => readText(join(place, path)), dist);
  }
  if (/\.(tgz|tar\.gz|tar)$/.test(place)) return fromTarball(place);
  return fromRelease(place);
}

function fromContent(root: string, progress?: Progress): Side {
  const content = loadContent(root, progress);
  const [problem, ...more] = blocking(validate(content, {}, progress));
  if (problem)
    throw new ReleaseError(
      `${root} cannot be compared, because the content has ${more.length > 0 ? `${more.length + 1} problems. The first` : 'a problem'}: ${describe(problem)}`,
    );
  if (content.entries.size === 0)
    throw new ReleaseError(`${root} has no entries to compare; guides have no releases.`);
  const manifest = parse(readText(join(root, 'package.json')));
  return {
    label: `content of ${content.version}`,
    ...ofManifest(manifest),
    state: toRelease(compile(content)),
    schema: publishedSchema,
  };
}

function fromRelease(place: string): Side {
  const release = parse(readText(place));
  if (!isPublished('release', release)) throw notOurs(place);
  const state = release as unknown as State;
  return { label: state.version, state };
}

async function fromTarball(place: string): Promise<Side> {
  const files = new Map<string, string>();
  try {
    const bytes = readFileSync(place);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const archive = isZipped ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
    const wanted = /^[^/]+\/(package\.json|dist\/[^/]+)$/;
    const entries = await unpackTar(new Uint8Array(archive), {
      filter: ({ name, type }) => type === 'file' && wanted.test(name),
    });
    for (const { header, data } of entries)
      files.set(header.name.replace(/^[^/]+\//, ''), new TextDecoder().decode(data));
  } catch {
    throw notOurs(place);
  }
  return fromBuilt(place, (path) => files.get(path), 'dist/');
}

/** What a built package says. Nothing of it is run: its modules are read as the data that they hold. */
function fromBuilt(place: string, read: (path: string) => string | undefined, dist: string): Side {
  const manifest = parse(read('package.json'));
  const entries = parse(read(`${dist}all.json`));
  const facts = constantsOf(read(`${dist}facts.js`));
  const { criteria } = constantsOf(read(`${dist}criteria.js`));
  const { meta } = constantsOf(read(`${dist}index.js`));
  const { default: page } = constantsOf(read(`${dist}page.js`));
  const schema = parse(read(`${dist}schema.json`));
  const vocabularies = Object.fromEntries(
    VOCABULARIES.map((name) => [name, facts[exportName(name)] ?? []]),
  );
  const release = {
    ...(isRecord(meta) ? meta : {}),
    state: '0001-01-01',
    entries,
    vocabularies,
    criteria,
    page,
  };
  if (!isPublished('release', release)) throw notOurs(place);
  const state = release as unknown as State;
  return {
    label: `${state.version} in ${basename(place)}`,
    ...ofManifest(manifest),
    state,
    schema: isRecord(schema) ? schema : undefined,
  };
}

/** The constants of a module that a build made: each is JSON after a name. */
function constantsOf(text = ''): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [, name, value] of text.matchAll(
    /^export (?:const (\w+) = |default )([^]*?);\n(?=export |$(?![^]))/gm,
  ))
    found[name ?? 'default'] = parse(value);
  return found;
}

function ofManifest(manifest: unknown): Pick<Side, 'name' | 'exports'> {
  if (!isRecord(manifest)) return {};
  return {
    ...(typeof manifest.name === 'string' && { name: manifest.name }),
    ...(isRecord(manifest.exports) && { exports: Object.keys(manifest.exports) }),
  };
}

const readText = (path: string): string | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const notOurs = (place: string): FolderError =>
  new FolderError(
    `${place} is no content package, no package built by sealmark, no tarball of one, and no file of a release.`,
  );
