import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Manifest, Target } from './manifest.ts';

/** What npm would put into the tarball of a package. */
export interface Contents {
  /** Paths from the folder of the package. */
  readonly files: readonly string[];
  /** Bytes of the tarball. */
  readonly size: number;
  /** The name of the tarball. */
  readonly filename: string;
}

/** Asks npm what it would pack; with a folder `into`, npm packs it there. */
export function contentsOf(root: string, into?: string): Contents {
  const where = into === undefined ? ['--dry-run'] : ['--pack-destination', into];
  const printed = execFileSync('npm', ['pack', ...where, '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const packed = JSON.parse(printed) as object;
  const [first] = Object.values(packed) as [
    Omit<Contents, 'files'> & { files: { path: string }[] },
  ];
  return { ...first, files: first.files.map(({ path }) => path) };
}

/** How the texts of the licenses begin that we publish under. */
const licenses: Record<string, string> = {
  MIT: 'MIT License',
  'CC0-1.0': 'CC0 1.0 Universal',
};

const firstLine = (file: string): string => /^.*/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';

const stray: [RegExp, string][] = [
  [/\.(test|spec|stories|check|bench)\./, 'a test or a story'],
  [/(^|\/)(testing|test-data|__[a-z]+__)\//, 'a helper of tests'],
  [/(^|\/)(tsconfig[^/]*\.json|[^/]+\.config\.[cm]?[jt]s|turbo\.json)$/, 'configuration'],
  [/\.tsbuildinfo$/, 'a note of the compiler'],
  [/(^|\/)\./, 'a hidden file'],
];

/** Whether a file is nothing that belongs into a package. */
export const isStray = (file: string): boolean => stray.some(([pattern]) => pattern.test(file));

/** Everything that package.json promises to be there: the field, and the paths as they stand there. */
function promised(manifest: Manifest): [string, string[]][] {
  const targets = (target: Target): string[] =>
    typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(targets);
  const named = (['customElements', 'web-types', 'unpkg', 'jsdelivr'] as const).flatMap(
    (field): [string, string[]][] => (manifest[field] ? [[`"${field}"`, [manifest[field]]]] : []),
  );
  return [
    ...Object.entries(manifest.exports ?? {}).map(([path, target]): [string, string[]] => [
      `"exports" ${path}`,
      targets(target),
    ]),
    ...Object.entries(manifest.bin ?? {}).map(([name, path]): [string, string[]] => [
      `"bin" ${name}`,
      [path],
    ]),
    ...named,
  ];
}

const plain = (path: string): string => path.replace(/^\.\//, '');

/**
 * What of `paths`, which belong together, is not among `files`. What a pattern matches under one condition has to be
 * there under each.
 */
function missing(paths: readonly string[], files: ReadonlySet<string>): string[] {
  const stars = new Set(
    paths.flatMap((path) => {
      const [before = '', after] = plain(path).split('*');
      if (after === undefined) return [];
      return [...files]
        .filter((file) => file.startsWith(before) && file.endsWith(after))
        .map((file) => file.slice(before.length, file.length - after.length));
    }),
  );
  return paths.flatMap((path) => {
    // A pattern that matches nothing is told as it stands.
    const each = path.includes('*') && stars.size > 0 ? [...stars] : ['*'];
    return each.map((star) => path.replace('*', star)).filter((file) => !files.has(plain(file)));
  });
}

/** All that a module imports or exports from elsewhere; or of it what is there when it runs, `values`. */
export function importsOf(file: string, text: string, which: 'all' | 'values' = 'all'): string[] {
  const { module } = parseSync(file, text);
  const counts = ({ isType }: { isType: boolean }): boolean => which === 'all' || !isType;
  const literal = (start: number, end: number): string[] => {
    const [, name] = /^['"](.*)['"]$/s.exec(text.slice(start, end)) ?? [];
    return name === undefined ? [] : [name];
  };
  return [
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(counts))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries
        .filter(counts)
        .flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => literal(start, end)),
    // Where a type was inferred, the compiler writes its import into the declaration.
    ...(file.endsWith('.d.ts') ? text.matchAll(/\bimport\("([^"]+)"\)/g) : []).map(
      ([, name = '']) => name,
    ),
  ];
}

/** The package of a specifier. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** What a packed module asks for and does not get. */
function missingImports(
  root: string,
  file: string,
  files: ReadonlySet<string>,
  given: ReadonlySet<string>,
): string[] {
  const imported = new Set(importsOf(file, readFileSync(join(root, file), 'utf8')));
  return [...imported].flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const path = posix.join(posix.dirname(file), specifier);
      // The compiler leaves ".ts" in declarations, and finds the declarations by it.
      const types = path.replace(/\.[jt]s$/, '.d.ts');
      const found = files.has(path) || (file.endsWith('.d.ts') && files.has(types));
      return found ? [] : [`${file} imports ${specifier}, which is not packed`];
    }
    if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return [];
    const name = packageOf(specifier);
    if (given.has(name) || given.has(`@types/${name}`)) return [];
    return [`${file} imports ${name}, which package.json does not name`];
  });
}

/** Source maps that are not there, or lead nowhere. */
function brokenMaps(root: string, file: string, files: ReadonlySet<string>): string[] {
  const [, name] =
    /^\/\/# sourceMappingURL=(\S+)\s*$/m.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  if (name === undefined) {
    const source = file.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');
    const isCompiled = file.endsWith('.js') && existsSync(join(root, source));
    return isCompiled ? [`${file} is compiled from ${source} and has no source map`] : [];
  }
  if (name.startsWith('data:')) return [];
  const path = posix.join(posix.dirname(file), name);
  if (!files.has(path)) return [`${file} names its source map ${name}, which is not packed`];
  const map = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
    sources: (string | null)[];
    sourceRoot?: string;
    sourcesContent?: (string | null)[];
  };
  return map.sources.flatMap((source, index) => {
    // The compiler takes nothing away when a source goes.
    if (source?.startsWith('../src/') && !existsSync(join(root, posix.dirname(path), source)))
      return [
        `${file} is left from an earlier build: delete dist and build with --force, for it may be in the cache`,
      ];
    if (source === null || map.sourcesContent?.[index] != null) return [];
    const at = posix.join(posix.dirname(path), map.sourceRoot ?? '', source);
    return files.has(at) ? [] : [`${path} leads to ${source}, which is not packed`];
  });
}

/**
 * What is wrong with the files of a package as npm packs them: promised and missing, there and unwanted, imported and
 * not to be had, source maps that lead nowhere, more bytes than allowed.
 */
export function problemsOfContents(root: string, manifest: Manifest, contents: Contents): string[] {
  const files = new Set(contents.files);
  const given = new Set([
    manifest.name,
    ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  ]);
  const problems: string[] = [];
  for (const file of ['README.md', 'LICENSE']) {
    if (!files.has(file)) problems.push(`there is no ${file}`);
  }
  const license = files.has('LICENSE') ? firstLine(join(root, 'LICENSE')) : undefined;
  if (license !== undefined && license !== licenses[manifest.license ?? ''])
    problems.push(`"license" is ${manifest.license}, and LICENSE begins with "${license}"`);
  for (const [field, paths] of promised(manifest)) {
    for (const path of missing(paths, files))
      problems.push(`${field} names ${path}, which is not packed`);
  }
  for (const file of files) {
    for (const [pattern, what] of stray) {
      if (pattern.test(file)) problems.push(`${file} is packed, and is ${what}`);
    }
    if (/\.(js|d\.ts)$/.test(file))
      problems.push(...missingImports(root, file, files, given), ...brokenMaps(root, file, files));
  }
  const limit = manifest.sealmark?.tarball;
  if (limit === undefined) problems.push('package.json sets no "sealmark.tarball", in bytes');
  else if (contents.size > limit)
    problems.push(
      `the tarball takes ${contents.size} bytes, ${contents.size - limit} more than it may`,
    );
  return problems;
}
