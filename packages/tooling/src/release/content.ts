import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import getReleasePlan from '@changesets/get-release-plan';
import type { Package } from './packages.ts';

/** How much a release may change, from nothing to everything. */
const levels = ['none', 'patch', 'minor', 'major'] as const;
type Level = (typeof levels)[number];

/** A change of the data, as far as it is read here. A falsehood mended for safety goes out as a patch. */
export interface DataChange {
  readonly class: 'patch' | 'minor' | 'major' | 'safety';
  readonly text: string;
}

/** The part of @sealmark/content-tools that is used here: it is built with this package, so it is no dependency of it. */
interface ContentTools {
  loadContent(folder: string): unknown;
  compile(content: unknown): unknown;
  toRelease(compiled: unknown): object;
  difference(before: object, after: object): DataChange[];
}

const levelOf = ({ class: of }: DataChange): Level => (of === 'safety' ? 'patch' : of);

/** What is wrong with asking for `asked` where the data of `name` changed like this. */
export function asksForLess(
  name: string,
  asked: Level,
  changes: readonly DataChange[],
): string | undefined {
  const demanded = changes
    .map(levelOf)
    .reduce(
      (most, level) => (levels.indexOf(level) > levels.indexOf(most) ? level : most),
      'none' as Level,
    );
  if (levels.indexOf(asked) >= levels.indexOf(demanded)) return undefined;
  const why = changes.filter((change) => levelOf(change) === demanded).map(({ text }) => text);
  const more = why.length > 3 ? ` (and ${why.length - 3} more)` : '';
  return `the data changed by a ${demanded}, ${asked === 'none' ? 'and no changeset names the package' : `and its changesets ask for a ${asked}`}: write "${name}": ${demanded}. ${why.slice(0, 3).join(' ')}${more}`;
}

/** Whether a package keeps the data of its releases. */
export const keepsReleases = ({ folder }: Pick<Package, 'folder'>): boolean =>
  existsSync(join(folder, 'releases'));

/** Checks that the changesets ask for what the data of a package demands since its last release. Needs a built content-tools. */
export async function problemsOfData(
  repository: string,
  { folder, manifest }: Package,
): Promise<string[]> {
  const last = globSync('releases/*.json', { cwd: folder })
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { version: string })
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
    .at(-1);
  if (last === undefined) return [];
  const entry = join(repository, 'packages/content-tools/dist/index.js');
  const tools = (await import(pathToFileURL(entry).href)) as ContentTools;
  const now = tools.toRelease(tools.compile(tools.loadContent(folder)));
  const { releases } = await getReleasePlan(repository);
  const asked = releases.find(({ name }) => name === manifest.name)?.type ?? 'none';
  const problem = asksForLess(manifest.name, asked, tools.difference(last, now));
  return problem === undefined ? [] : [problem];
}
