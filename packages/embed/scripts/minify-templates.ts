import { type Plugin, RolldownMagicString } from 'rolldown';
import { Visitor } from 'rolldown/utils';
import { minifyCss } from './minify-css.ts';
import { minifyHtml } from './minify-html.ts';

/** How the strings of a template are made smaller, by its tag. */
const minifiers: Record<string, (strings: readonly string[]) => readonly string[]> = {
  html: minifyHtml,
  svg: minifyHtml,
  css(strings) {
    const [only = '', ...more] = strings;
    if (more.length)
      throw new Error(`A style sheet has no substitutions:\n${strings.join('${…}')}`);
    return [minifyCss(only)];
  },
};

/** Makes `html`, `svg` and `css` templates smaller, and keeps what they render. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform: {
      filter: { code: /\b(html|svg|css)\s*`/ },
      handler(code) {
        const edited = new RolldownMagicString(code);
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            const minify = tag.type === 'Identifier' ? minifiers[tag.name] : undefined;
            if (!minify) return;
            const smaller = minify(quasi.quasis.map(({ value }) => value.cooked ?? value.raw));
            for (const [index, { start, end, value }] of quasi.quasis.entries()) {
              const text = (smaller[index] as string).replace(/[\\`]|\$\{/g, '\\$&');
              if (text !== value.raw) edited.overwrite(start, end, text);
            }
          },
        }).visit(this.parse(code));
        return { code: edited };
      },
    },
  };
}
