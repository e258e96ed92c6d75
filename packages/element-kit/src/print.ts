/** A disclosure that may be open only because the page is printed. */
export interface Disclosure extends HTMLDetailsElement {
  printed?: boolean;
}

/** Opens the closed disclosures of a root until the page is printed, in browsers whose styles cannot (`base.styles.ts`). */
export function openForPrint(root: ParentNode): void {
  if (CSS.supports('selector(::details-content)')) return;
  for (const details of root.querySelectorAll<Disclosure>('details:not([open])')) {
    details.open = details.printed = true;
    addEventListener(
      'afterprint',
      () => {
        details.open = false;
        // It tells of that in a task of its own, which comes before this one.
        setTimeout(() => (details.printed = false));
      },
      { once: true },
    );
  }
}
