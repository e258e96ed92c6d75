import { finePrint, type Speak } from '@sealmark/element-kit';
import { ownPlatform } from './platform.ts';

/**
 * Moves the visitor's platform to the start of the list of downloads that a build has drawn, and says under the list why it
 * is the first. Nothing outside of the list moves; a list that has it there stays as it is.
 */
export function promote(root: ParentNode, speak: Speak): void {
  const own = ownPlatform(navigator);
  const items = root.querySelectorAll(`.stores:not(:has(.own)) [data-platform=${own}]`);
  const list = items[0]?.parentElement;
  if (!list) return;
  for (const item of items) item.classList.add('own');
  list.prepend(...items);
  speak((locale) => list.after(finePrint(locale('own'))));
}
