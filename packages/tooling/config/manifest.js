/** Learns from `define('tag', Class)` which class a tag has: the analyzer knows `customElements.define` alone. */
const definitions = {
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!tag || !ts.isStringLiteral(tag) || !element) return;
    const declaration = { name: element.getText() };
    moduleDoc.exports.push({ kind: 'custom-element-definition', name: tag.text, declaration });
  },
};

/** Keeps what a user of the package can reach, under the names of the published files. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    const publish = (path) => path?.replace(/^(\/?src|\.)\//, 'dist/').replace(/\.ts$/, '.js');
    for (const module of customElementsManifest.modules) {
      module.path = publish(module.path);
      for (const { declaration } of module.exports) {
        if (declaration?.module) declaration.module = publish(declaration.module);
      }
      for (const declaration of module.declarations) {
        if (declaration.tagName) declaration.customElement = true;
        // The analyzer takes a class of the platform, such as `Event`, for one of the file.
        delete declaration.superclass?.module;
        declaration.members = declaration.members?.filter(
          ({ privacy, static: isStatic }) => !isStatic && (privacy ?? 'public') === 'public',
        );
      }
    }
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: [
    'src/**/*.test.ts',
    'src/**/*.test.*.ts',
    'src/**/*.stories.ts',
    'src/**/*.styles.ts',
    'src/generated/**',
  ],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [definitions, published],
};
