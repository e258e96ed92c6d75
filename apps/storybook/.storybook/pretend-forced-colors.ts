/** What a browser does to colors when its user forces them, as far as a sheet can say it. */
const forced = new CSSStyleSheet();
forced.replaceSync(`
:host(:not(.glyph)), :not(.glyph, .logo, .logo *) {
  color: CanvasText !important;
  background-color: Canvas !important;
  border-color: CanvasText !important;
}
:any-link, :any-link * { color: LinkText !important; }
:focus-visible { outline-color: Highlight !important; }
`);

const query = /forced-colors: ?active/;

/** The rules that wait for forced colors. */
function waiting(sheet: CSSStyleSheet): CSSMediaRule[] {
  return [...sheet.cssRules].filter(
    (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && query.test(rule.conditionText),
  );
}

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
  const rules = new Map<CSSMediaRule, string>();
  const roots = new Set<ShadowRoot>();
  const apply = () => {
    for (const root of rootsIn(place)) {
      const own = root.adoptedStyleSheets.filter((sheet) => sheet !== forced);
      for (const rule of own.flatMap(waiting)) {
        rules.set(rule, rule.media.mediaText);
        rule.media.mediaText = 'all';
      }
      if (own.length === root.adoptedStyleSheets.length) root.adoptedStyleSheets.push(forced);
      roots.add(root);
    }
  };
  apply();
  const timer = setInterval(apply, 100);
  return () => {
    clearInterval(timer);
    for (const [rule, text] of rules) rule.media.mediaText = text;
    for (const root of roots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== forced);
    }
  };
}
