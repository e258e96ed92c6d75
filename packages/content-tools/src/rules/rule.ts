import type { Content } from '../content.ts';
import type { Memory } from '../links/memory.ts';
import type { Path } from '../problems.ts';
import type { Visit } from '../schema.ts';
import type { ContentFile } from '../yaml.ts';

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
    /** A part of the value, and how often the same stands before it. */
    piece?: { text: string; nth: number };
    /** What takes the place of the value, or of the part of it, where there is no doubt. */
    fix?: string;
  },
) => void;

/** What a rule may know beside the content. */
export interface Context {
  /** The day after which nothing can be dated, `YYYY-MM-DD`; without it nothing is compared with the clock. */
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

/** The ids of a list of things that have one. */
export function idsOf(value: unknown): string[] {
  return listOf(value)
    .map((item) => field(item, 'id'))
    .filter((id) => typeof id === 'string');
}
