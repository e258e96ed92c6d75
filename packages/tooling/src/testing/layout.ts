import { expect } from 'vitest';

/** A line of text on the screen. */
interface Line {
  readonly words: string;
  readonly of: Element;
  readonly box: DOMRect;
}

/** Everything in an element, its shadow roots and what is slotted into them. */
function* within(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/** Whether an element is only there to be read aloud. */
const isUnseen = ({ offsetWidth, offsetHeight }: Partial<HTMLElement>) =>
  offsetWidth !== undefined && offsetWidth <= 1 && (offsetHeight as number) <= 1;

function linesOf(roots: readonly ParentNode[]): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const of of roots.flatMap((root) => [...within(root)])) {
    if (!of.checkVisibility({ visibilityProperty: true }) || isUnseen(of as HTMLElement)) continue;
    for (const node of of.childNodes) {
      if (!(node instanceof Text) || !node.data.trim()) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1) lines.push({ words: node.data.trim().slice(0, 40), of, box });
      }
    }
  }
  return lines;
}

const overlaps = (one: DOMRect, other: DOMRect) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  // Lines of one paragraph may touch: a line box is higher than its letters.
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > one.height * 0.4;

/**
 * Expects every line of text of an element to be readable: none lies beyond its sides, none is cut off by a box that
 * hides what overflows, no two lie on one another.
 */
export function expectReadable(element: Element, when = ''): void {
  const roots = [element, ...(element.shadowRoot ? [element.shadowRoot] : [])];
  const lines = linesOf(roots);
  const { left, right } = element.getBoundingClientRect();
  expect(lines.length, `lines of text ${when}`).toBeGreaterThan(0);
  const faults: string[] = [];
  for (const [index, { words, of, box }] of lines.entries()) {
    if (box.left < left - 1 || box.right > right + 1) faults.push(`“${words}” leaves its element`);
    for (let at: Element | null = of; at && at !== element; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const bounds = at.getBoundingClientRect();
      const cut =
        (overflowX !== 'visible' && (box.left < bounds.left - 1 || box.right > bounds.right + 1)) ||
        (overflowY !== 'visible' && (box.top < bounds.top - 1 || box.bottom > bounds.bottom + 1));
      if (cut) faults.push(`“${words}” is cut off`);
    }
    for (const other of lines.slice(index + 1)) {
      if (other.of !== of && overlaps(box, other.box))
        faults.push(`“${words}” lies on “${other.words}”`);
    }
  }
  if (faults.length) expect.fail(`Texts cannot be read ${when}:\n${faults.join('\n')}`);
}

const smallest = 24;

/**
 * Expects everything that can be pressed to measure 24 by 24 pixels or to have that much room, by WCAG 2.2, 2.5.8:
 * a circle of that size around it touches no other. Links within a sentence are free of it.
 */
export function expectTargets(element: Element, when = ''): void {
  const root = element.shadowRoot ?? element;
  const targets = [...root.querySelectorAll<HTMLElement>('a[href], button, summary')].filter(
    (target) => target.checkVisibility({ visibilityProperty: true }),
  );
  const boxes = new Map(targets.map((target) => [target, target.getBoundingClientRect()]));
  const small = targets.filter((target) => {
    const { width, height, left, top } = boxes.get(target) as DOMRect;
    if (target.closest('p') || (width >= smallest && height >= smallest)) return false;
    const [x, y] = [left + width / 2, top + height / 2];
    return targets.some((other) => {
      if (other === target || other.contains(target)) return false;
      const box = boxes.get(other) as DOMRect;
      const far = box.width < smallest || box.height < smallest ? smallest : smallest / 2;
      const across = Math.max(box.left - x, 0, x - box.right);
      const down = Math.max(box.top - y, 0, y - box.bottom);
      const middle = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
      return far === smallest ? middle < smallest : Math.hypot(across, down) < far;
    });
  });
  const names = small.map((target) => target.textContent?.trim());
  if (names.length) expect.fail(`Targets are too small ${when}:\n${names.join('\n')}`);
}
