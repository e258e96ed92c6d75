/** What a reader of the code should know about an element. */
export interface Warning {
  /** The file, as it was given; `undefined` for a text. */
  readonly file: string | undefined;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The element's tag. */
  readonly element: string;
  /** What is the matter and what to write, as a sentence. */
  readonly message: string;
  /**
   * Whether the tag is no element: it stands in a comment, an attribute, a text area, a template. Often that is meant.
   * Any other warning is of an element that was left as it is, and should not have been.
   */
  readonly inert?: true;
}

/** A warning as a line of text. */
export function describe({ file, line, column, element, message }: Warning): string {
  return `${file ?? 'HTML'}:${line}:${column}: <${element}> ${message}`;
}
