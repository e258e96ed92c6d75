import { expect } from 'vitest';

/** What a package tells of an element: names that its users build on. */
export interface Documented {
  readonly tag: string;
  readonly properties: readonly string[];
  readonly parts: readonly string[];
  readonly states: readonly string[];
}

type Named = readonly { readonly name: string }[] | undefined;
const namesOf = (items: Named) => (items ?? []).map(({ name }) => name);

/** Reads what the custom elements manifest at `address` tells of the element `tag`. */
export async function documented(tag: string, address: URL): Promise<Documented> {
  const { modules } = await (await fetch(address)).json();
  const element = modules
    .flatMap(({ declarations }: { declarations: object[] }) => declarations)
    .find(({ tagName }: { tagName?: string }) => tagName === tag);
  return {
    tag,
    properties: namesOf(element.cssProperties),
    parts: namesOf(element.cssParts),
    states: namesOf(element.cssStates),
  };
}

/** A color that no token has. */
export const mark = 'rgb(1, 2, 3)';

/** For each public property a value, and how that is read where the property must arrive. */
export type Promises = Readonly<Record<string, readonly [value: string, found: () => string]>>;

/**
 * Expects every documented property, and no other, to arrive where it is promised, whether it is set on the place of the
 * elements or on each of them, and to leave no trace.
 */
export function expectProperties(
  { properties }: Documented,
  promises: Promises,
  elements: readonly HTMLElement[],
): void {
  expect([...properties].sort()).toEqual(Object.keys(promises).sort());
  const places = [[elements[0]?.parentElement as HTMLElement], elements];
  for (const [name, [value, found]] of Object.entries(promises)) {
    const before = found();
    expect(before, `${name}, not set`).not.toBe(value);
    for (const place of places) {
      for (const { style } of place) style.setProperty(name, value);
      expect(found(), name).toBe(value);
      for (const { style } of place) style.removeProperty(name);
    }
    expect(found(), `${name}, taken away`).toBe(before);
  }
}

/** Expects every part to be documented, every documented part to be there in one of the elements, and a page to reach it. */
export function expectParts({ tag, parts }: Documented, elements: readonly HTMLElement[]): void {
  const inside = (selector: string) =>
    elements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(selector) ?? [])]);
  const there = inside('[part]').flatMap(({ part }) => [...part]);
  expect([...new Set(there)].sort()).toEqual([...parts].sort());
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  for (const name of parts) {
    sheet.replaceSync(`${tag}::part(${name}) { outline: 7px dotted ${mark} }`);
    const [part] = inside(`[part~="${name}"]`);
    expect(getComputedStyle(part as Element).outlineWidth, name).toBe('7px');
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
}
