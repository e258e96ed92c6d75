import type { Release } from '@sealmark/schema';
import type { Problem } from './problems.ts';
import { isRecord } from './schema.ts';
import type { ContentFile } from './yaml.ts';

/** The vocabularies of a content package, by the names of their files. */
export const VOCABULARIES = [
  'facts',
  'platforms',
  'stores',
  'link-roles',
  'audit-kinds',
  'audit-parts',
  'source-kinds',
  'guides',
] as const;

export type VocabularyName = (typeof VOCABULARIES)[number];

/** The definition of the schema that a vocabulary follows. */
export const definitionOf = (name: VocabularyName): string =>
  name === 'facts' ? name : name === 'guides' ? 'guideTerms' : 'terms';

/** The kinds of entries, each with a definition of its name in the schema. */
export const KINDS = ['messenger', 'moved', 'removed'];

/** The definition that an entry follows; undefined when its kind is none. */
export function kindOf(data: unknown): string | undefined {
  return isRecord(data) ? KINDS.find((kind) => kind === data.kind) : KINDS[0];
}

/** The id of an entry: the name of its file. */
export const idOf = (entry: ContentFile): string => entry.path.replace(/^.*\/|\.yaml$/g, '');

/** A content package as it is written: not checked yet, so `data` of each file can be anything. */
export interface Content {
  /** The folder of the package. */
  root: string;
  /** The version of the package. */
  version: string;
  /** The entries by id, in order of their ids. */
  entries: Map<string, ContentFile>;
  vocabularies: Map<VocabularyName, ContentFile>;
  /** The guides by id, in order of their ids; a package has these or entries. */
  guides: Map<string, ContentFile>;
  criteria: ContentFile | undefined;
  contradictions: ContentFile | undefined;
  /** What breaks a rule for a good reason. */
  exceptions: ContentFile | undefined;
  page: ContentFile | undefined;
  /** Published versions, oldest first. */
  releases: Release[];
  /** All files that were read, by path. */
  files: Map<string, ContentFile>;
  /** What kept files from being read. */
  problems: Problem[];
}
