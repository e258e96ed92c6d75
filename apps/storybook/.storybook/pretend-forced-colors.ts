/** What a browser does to colors when its user forces them, as far as a sheet can say it. */
const forced = `
:host(:not(.glyph)), :not(.glyph, .logo, .logo *) {
  color: CanvasText !important;
  background-color: Canvas !important;
  border-color: CanvasText !important;
}
:any-link, :any-link * { color: LinkText !important; }
:focus-visible { outline-color: Highlight !important; }
`;

const query = /forced-colors: ?active/;

/** What a sheet says of forced colors alone, without the condition: others wear the same sheet, and keep it. */
const rulesFor = (sheet: CSSStyleSheet): string =>
  [...sheet.cssRules]
    .filter(
      (rule): rule is CSSMediaRule =>
        rule instanceof CSSMediaRule && query.test(rule.conditionText),
    )
    .flatMap(({ cssRules }) => [...cssRules])
    .map(({ cssText }) => cssText)
    .join('\n');

function* rootsIn(place: ParentNode): Generator<ShadowRoot> {
  for (const { shadowRoot } of place.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    yield shadowRoot;
    yield* rootsIn(shadowRoot);
  }
}

/**
 * Shows the elements in a place as in forced colors, for engines that cannot pretend by themselves, until the answer is
 * called. It looks again now and then: elements come and draw when they are ready.
 */
export function pretendForcedColors(place: ParentNode): () => void {
  /** What each root wears over its own. */
  const worn = new Map<ShadowRoot, CSSStyleSheet>();
  const ownOf = (root: ShadowRoot) =>
    root.adoptedStyleSheets.filter((sheet) => sheet !== worn.get(root));
  const apply = () => {
    for (const root of rootsIn(place)) {
      const own = ownOf(root);
      if (worn.has(root) && own.length < root.adoptedStyleSheets.length) continue;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(own.map(rulesFor).join('\n') + forced);
      root.adoptedStyleSheets = [...own, sheet];
      worn.set(root, sheet);
    }
  };
  apply();
  const timer = setInterval(apply, 100);
  return () => {
    clearInterval(timer);
    for (const root of worn.keys()) root.adoptedStyleSheets = ownOf(root);
  };
}
