import type { Content } from '../content.ts';
import type { Path } from '../problems.ts';
import type { Visit } from '../schema.ts';
import type { ContentFile } from '../yaml.ts';

/** A file that the schema knows, and all its values. They may still break the schema. */
export interface Piece {
  file: ContentFile;
  definition: string;
  visits: Visit[];
}

/** Says that something is wrong: what was found, and what to write instead. */
export type Report = (
  file: ContentFile,
  path: Path,
  message: string,
  options?: {
    /** What to point at: the value (the default) or the name of the field. */
    at?: 'value' | 'key';
    /** A part of the value, and how often the same stands before it. */
    piece?: { text: string; nth: number };
  },
) => void;

/** What the content must fulfil beyond the schema. */
export type Rule = (content: Content, pieces: readonly Piece[], report: Report) => void;

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

/** The ids of a list of things that have one. */
export function idsOf(value: unknown): string[] {
  return listOf(value)
    .map((item) => field(item, 'id'))
    .filter((id) => typeof id === 'string');
}
