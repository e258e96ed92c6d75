/**
 * What Lit's elements need of Lit's module of this name, for engines that have constructed style sheets: all of ours. The
 * build puts it in that one's place.
 */

/** A style sheet from a literal without substitutions. */
export function css(strings: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(strings[0] as string);
  return sheet;
}

export const getCompatibleStyle = (sheet: CSSStyleSheet): CSSStyleSheet => sheet;

export function adoptStyles(root: ShadowRoot, sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = sheets;
}
