import { join, relative, resolve } from 'node:path';
import { compile, compileRelease, type Compiled } from './compile.ts';
import type { Content } from './content.ts';
import { planOf } from './emit.ts';
import { FolderError, linkOnTheWay } from './folders.ts';
import { compileGuides, planOfGuides } from './guides.ts';
import { loadContent } from './load.ts';
import type { Problem, Progress } from './problems.ts';
import { blocking, releaseProblems, validate } from './validate.ts';
import { writeBuild } from './write.ts';

/** What came of a build. With problems nothing was written. */
export type BuildResult =
  | { content: Content; problems: [Problem, ...Problem[]]; entries?: undefined }
  | {
      content: Content;
      problems: [];
      /** The data of a package of messengers. */
      compiled?: Compiled;
      /** How many entries or guides there are. */
      entries: number;
      files: number;
      written: number;
      removed: number;
    };

/**
 * Checks a content package and, when nothing is wrong, writes what it publishes.
 *
 * @param root - The folder of the package.
 * @param options - `out`: the folder to write into, from `root`; `dist` by default. `release`: a past version to build
 *   from its file in `releases/` alone.
 * @param progress - Told how far the reading, the checking and the writing are.
 * @throws {FolderError} When there is no content in the folder or no such release, or `out` holds what authors write or
 *   what no build made.
 */
export function buildContent(
  root: string,
  options: { out?: string; release?: string } = {},
  progress?: Progress,
): BuildResult {
  const out = resolve(root, options.out ?? 'dist');
  if (holdsSources(root, out))
    throw new FolderError(
      `${out} holds the sources of the package; name a folder for what is built, such as dist.`,
    );
  const link = relative(root, out).startsWith('..') ? undefined : linkOnTheWay(root, out);
  if (link)
    throw new FolderError(`${link} is a link; delete it, so that nothing is written elsewhere.`);
  const content = loadContent(root, progress);
  const { release } = options;
  const isOfGuides = content.guides.size > 0 && content.entries.size === 0;
  if (isOfGuides && release !== undefined)
    throw new FolderError('Guides have no release files; build them without --release.');
  const [problem, ...more] =
    release === undefined ? blocking(validate(content, {}, progress)) : releaseProblems(content);
  if (problem) return { content, problems: [problem, ...more] };
  if (isOfGuides) {
    const guides = compileGuides(content);
    const counts = writeBuild(out, planOfGuides(guides, content.version), progress);
    return { content, problems: [], entries: guides.length, ...counts };
  }
  if (content.entries.size === 0 && release === undefined)
    throw new FolderError(
      `There is nothing to build in ${join(root, 'content')}; write an entry or a guide first.`,
    );
  const compiled =
    release === undefined ? compile(content) : compileRelease(release, content.releases);
  const counts = writeBuild(out, planOf(compiled), progress);
  return { content, problems: [], compiled, entries: compiled.records.length, ...counts };
}

/** Whether a build into a folder would stand in, or around, what is written by hand. */
function holdsSources(root: string, out: string): boolean {
  return [join(root, 'content'), join(root, 'releases')].some((source) => {
    const [down, up] = [relative(source, out), relative(out, source)];
    return !down.startsWith('..') || !up.startsWith('..');
  });
}
