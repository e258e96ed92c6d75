/** What the custom elements manifest says of one thing. */
export interface Item {
  readonly name: string;
  readonly description?: string;
  default?: string;
  readonly type?: { readonly text: string };
}

/** An attribute, and the property that it sets. */
export interface Attribute extends Item {
  readonly fieldName?: string;
}

/** What the custom elements manifest says of an element. */
export interface ElementDeclaration extends Item {
  readonly tagName: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly (Item & { readonly kind: string; readonly attribute?: string })[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

/** The custom elements manifest of a package, as far as it is read here. */
export interface ElementsManifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly (Partial<ElementDeclaration> & Item)[];
  }[];
}

/** The elements of a manifest. */
export const elementsOf = ({ modules }: ElementsManifest): ElementDeclaration[] =>
  modules
    .flatMap(({ declarations }) => declarations)
    .filter((declaration): declaration is ElementDeclaration => declaration.tagName !== undefined);

/** Values in a row at the end of a sentence: "The part that was read: client, library or protocol." */
const listed = /: ((?:[\w-]+,\s)*[\w-]+\sor\s[\w-]+)(?:[.;]|$)/;

/**
 * The values that an attribute is known to take: those of its type, such as `'full' | 'compact'`, or those that its
 * description lists where it can be any text; none where neither names any.
 */
export function valuesOf({ type, description = '' }: Item): string[] {
  const options = type?.text.split('|').map((option) => /^'(.*)'$/.exec(option.trim())?.[1]) ?? [];
  const values = options.filter((value) => value !== undefined);
  return values.length ? values : (listed.exec(description)?.[1]?.split(/,\s|\sor\s/) ?? []);
}
