import { finePrint, type Locale } from '@sealmark/element-kit';

/**
 * Moves the visitor's platform to the start of a list that a build has drawn, and gives that list. Nothing outside of the
 * list moves; a list that has it there stays as it is, and gives nothing.
 */
export function promote(root: ParentNode, own: string | undefined): HTMLElement | undefined {
  const list = root.querySelector<HTMLElement>('.stores');
  const items = [...(list?.children ?? [])].filter(
    (item) => item.getAttribute('data-platform') === own,
  );
  if (!list || !items.length || list.querySelector('.own')) return undefined;
  for (const item of items) item.className = `own ${item.className}`.trim();
  list.prepend(...items);
  return list;
}

/** Says under a list why its first platform is the first. */
export const explain = (list: HTMLElement, locale: Locale): void =>
  list.after(finePrint(locale('own')));
