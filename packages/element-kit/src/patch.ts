/** What a reader or the element itself has put there since. */
const kept = /^(open|tabindex)$/;

/** Lets `parent` hold what `wanted` holds. What stays what it is stays where it is, with focus and all that is open. */
export function patch(parent: Node, wanted: Node): void {
  let place = parent.firstChild;
  for (const node of Array.from(wanted.childNodes)) {
    const old = standIn(node, place);
    if (old) {
      clear(place, old);
      place = old.nextSibling;
      renew(old, node);
    } else parent.insertBefore(node, place);
  }
  clear(place, null);
}

/** Takes away what stands from one node up to another. */
function clear(from: ChildNode | null, until: ChildNode | null): void {
  for (let node = from; node && node !== until;) {
    const next: ChildNode | null = node.nextSibling;
    node.remove();
    node = next;
  }
}

/** What is the same part of the drawing: the next element of that tag and that part, or the words at the place. */
function standIn(node: ChildNode, place: ChildNode | null): ChildNode | null {
  let old = place;
  if (node instanceof Element) {
    while (
      old &&
      !(old.nodeName === node.nodeName && (old as Element).part.value === node.part.value)
    )
      old = old.nextSibling;
    return old;
  }
  return old instanceof Text ? old : null;
}

function renew(old: ChildNode, node: ChildNode): void {
  if (!(old instanceof Element && node instanceof Element)) {
    if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
    return;
  }
  for (const name of [...old.getAttributeNames(), ...node.getAttributeNames()]) {
    const value = node.getAttribute(name);
    if (kept.test(name) || value === old.getAttribute(name)) continue;
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
  patch(old, node);
}
