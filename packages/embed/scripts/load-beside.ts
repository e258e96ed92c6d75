import { MessengerCard } from '@sealmark/messenger-card';
import { type Plugin, RolldownMagicString } from 'rolldown';
import { Visitor } from 'rolldown/utils';

const languages = 'languages-beside';

/**
 * Lets what an element loads later be a file that lies beside the script: `import('./drawing.js')` of the audit badge loads
 * `audit-badge/drawing.js`. The languages of all elements are one list of `languages/<language>.js`, each with the words of
 * them all.
 *
 * @param loader the module whose `beside` loads such a file.
 */
export function loadBeside(loader: string): Plugin {
  const imports = `import { beside } from ${JSON.stringify(loader)};\n`;
  const tags = JSON.stringify(Object.keys(MessengerCard.languages));
  return {
    name: 'load-beside',
    resolveId: {
      filter: { id: /\/languages\/index\.js$/ },
      handler: () => languages,
    },
    load: {
      filter: { id: new RegExp(`^${languages}$`) },
      handler: () =>
        `${imports}export const languages = Object.fromEntries(${tags}.map((tag) => [tag, () => beside('languages/' + tag)]));`,
    },
    transform: {
      filter: { id: /\/dist\//, code: /\bimport\(/ },
      handler(code, id) {
        const [, element] = /\/([a-z-]+)\/dist\//.exec(id) ?? [];
        const edited = new RolldownMagicString(code);
        new Visitor({
          ImportExpression({ start, end, source }) {
            if (source.type !== 'Literal') return;
            const file = String(source.value).replace(/^\.\/|\.js$/g, '');
            edited.overwrite(start, end, `beside('${element}/${file}')`);
          },
        }).visit(this.parse(code));
        edited.prepend(imports);
        return { code: edited };
      },
    },
  };
}
