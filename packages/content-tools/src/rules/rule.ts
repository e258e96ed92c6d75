import type { Content } from '../content.ts';
import type { Memory } from '../links/memory.ts';
import type { Path } from '../problems.ts';
import type { Visit } from '../schema.ts';
import type { ContentFile, Piece as Part } from '../yaml.ts';

/** A file that the schema knows, and all its values. They may still break the schema. */
export interface Piece {
  file: ContentFile;
  definition: string;
  visits: readonly Visit[];
}

/** Says that something is wrong: what was found, and what to write instead. */
export type Report = (
  file: ContentFile,
  path: Path,
  message: string,
  options?: {
    /** What to point at: the value (the default) or the name of the field. */
    at?: 'value' | 'key';
    /** A part of the value to point at. */
    piece?: Part | undefined;
    /** What takes the place of that part, where there is no doubt. */
    fix?: string | undefined;
  },
) => void;

/** What a rule may know beside the content. */
export interface Context {
  /** The day of the check, `YYYY-MM-DD`; without it nothing is compared with the clock. */
  today?: string | undefined;
  /** What `sealmark links` remembers. */
  links?: Memory | undefined;
}

/**
 * What the content must fulfil beyond the schema: prepares itself with the whole content, then looks at one file after the
 * other, so that the values of one file alone are held at a time.
 */
export type Rule = (content: Content, report: Report, context: Context) => (piece: Piece) => void;

/** The items of a list, or none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The field of something that should have fields. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The id of each item of a list, in its place; undefined where an item has none. */
export function idOfEach(value: unknown): (string | undefined)[] {
  return listOf(value).map((item) => {
    const id = field(item, 'id');
    return typeof id === 'string' ? id : undefined;
  });
}

/** The ids of a list of things that have one. */
export const idsOf = (value: unknown): string[] => idOfEach(value).filter((id) => id !== undefined);
