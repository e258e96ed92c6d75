/**
 * Stands in for the `css-tag.js` of `@lit/reactive-element` in the scripts: every engine that the elements support has
 * stylesheets that a script can construct.
 */

/** All engines have them. */
export const supportsAdoptingStyleSheets = true;

/** A stylesheet from text. */
export function unsafeCSS(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Makes a stylesheet of a template without substitutions. */
export const css = ([text = '']: readonly string[]): CSSStyleSheet => unsafeCSS(text);

/** What the tag gives. */
export const CSSResult = CSSStyleSheet;

/** A stylesheet as a root takes it. */
export const getCompatibleStyle = (sheet: CSSStyleSheet): CSSStyleSheet => sheet;

/** Lets a root have styles. */
export function adoptStyles(root: ShadowRoot, sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = sheets;
}
