import { type Plugin, RolldownMagicString } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/**
 * Lets what an element loads later be a file that lies beside the script: `import('./drawing.js')` of the audit badge loads
 * `audit-badge/drawing.js`, and `import('./de.js')` of any element `languages/de.js`.
 *
 * @param loader the module whose `beside` loads such a file.
 */
export function loadBeside(loader: string): Plugin {
  return {
    name: 'load-beside',
    transform: {
      filter: { id: /\/dist\//, code: /\bimport\(/ },
      handler(code, id) {
        const [, element, folder] = /\/([a-z-]+)\/dist\/(languages\/)?/.exec(id) ?? [];
        const edited = new RolldownMagicString(code);
        new Visitor({
          ImportExpression({ start, end, source }) {
            if (source.type !== 'Literal') return;
            const file = String(source.value).replace(/^\.\/|\.js$/g, '');
            edited.overwrite(start, end, `beside('${folder ? 'languages' : element}/${file}')`);
          },
        }).visit(this.parse(code));
        edited.prepend(`import { beside } from ${JSON.stringify(loader)};\n`);
        return { code: edited };
      },
    },
  };
}
