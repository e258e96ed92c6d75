/** Whether a day is over. */
export const past = (day: string | undefined): boolean =>
  !!day && day < new Date().toISOString().slice(0, 10);

/** Marks the foot of a card that a build has drawn as overdue, in its place and size. */
export function markOverdue(root: ShadowRoot): void {
  const seal = root.querySelector('.seal');
  if (seal) seal.className = 'glyph alert';
}
