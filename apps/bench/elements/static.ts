import { type DefaultTreeAdapterTypes as Tree, parseFragment, serializeOuter } from 'parse5';

/** What a person would write for a card: no wrapper that says nothing, no attribute that only a component needs. */
const tags = new Set(
  'article header h3 p ul ol li dl dt dd details summary a b strong em code time footer svg path'.split(
    ' ',
  ),
);
const attributes = new Set(['href', 'datetime', 'viewBox', 'd', 'fill', 'title']);

/** The static page's own stylesheet, about as much as the cards' one does in look. */
export const css = `body{font:16px/1.5 sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
article{border:1px solid #767676;border-radius:4px;border-top:2px solid;margin:0 0 1rem;padding:1rem}
header{align-items:start;display:grid;gap:0 1rem}
header svg{height:3rem;width:3rem}
h3,p,dl,ul,ol{margin:0;padding:0}
article>*{border-top:1px solid #ddd;padding:.75rem 0}
dl{display:grid;grid-template-columns:8rem 1fr auto;gap:.25rem 1rem}
dd{margin:0}
a{color:#0b4a4a}
summary{cursor:pointer;font-weight:600}
li{list-style:none;padding:.25rem 0}
footer{font-size:.875rem}
:focus-visible{outline:3px solid;outline-offset:2px}
`;

/** The static HTML with the text, the links and the logo of a card's root. */
export function staticCard(root: string): string {
  const fragment = parseFragment(root);
  const written = (nodes: readonly Tree.ChildNode[]): Tree.ChildNode[] =>
    nodes.flatMap((node) => {
      if (!('tagName' in node)) return [node];
      if (node.tagName === 'link') return [];
      const children = written(node.childNodes);
      if (!tags.has(node.tagName)) return children;
      node.childNodes = children;
      node.attrs = node.attrs.filter(({ name }) => attributes.has(name));
      return [node];
    });
  const wrapper = written(fragment.childNodes);
  return wrapper
    .map((node) => serializeOuter(node))
    .join('')
    .replaceAll('></path>', '/>');
}
