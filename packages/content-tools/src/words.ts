import { closestMatch } from 'leven';

/** Names one after the other with a word before the last: "a, b or c". */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The name that was probably meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  return closestMatch(name, known, { maxDistance: Math.max(1, Math.ceil(name.length / 3)) });
}

/** What to write instead of a name that is not known: the nearest one, or all of them while they are few. */
export function suggest(name: string, known: readonly string[], where = ''): string {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean ${quote(near)}?`;
  if (known.length > 0 && known.length <= 12) return `write ${oneOf(known)}`;
  return `write one of the names that stand in ${where || 'the list'}`;
}

/** A value as it is shown in a message: short, on one line, in quotes. */
export function quote(value: unknown): string {
  const isGroup = typeof value === 'object' && value !== null;
  const text = (isGroup ? JSON.stringify(value) : String(value)).replace(/\s+/g, ' ');
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

/** A text with an escape in place of what would steer a terminal, or turn round what is read. */
export function visible(text: string): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, escaped);
}
