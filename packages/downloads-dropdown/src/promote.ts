import { finePrint, type Speak } from '@sealmark/element-kit';
import { ownPlatform } from './platform.ts';

/**
 * Moves the visitor's platform to the start of the list of downloads that a build has drawn, and says under the list why it
 * is the first. Nothing outside of the list moves; a list that has it there stays as it is.
 */
export function promote(root: ParentNode, speak: Speak): void {
  const own = ownPlatform(navigator);
  const list = root.querySelector('.stores');
  const items = [...(list?.children ?? [])].filter(
    (item) => item.getAttribute('data-platform') === own,
  );
  if (!list || !items.length || list.querySelector('.own')) return;
  for (const item of items) item.className = `own ${item.className}`.trim();
  list.prepend(...items);
  speak((locale) => list.after(finePrint(locale('own'))));
}
