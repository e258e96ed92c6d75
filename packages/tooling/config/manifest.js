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
    const { modules } = customElementsManifest;
    const index = modules.find(({ path }) => path === 'src/index.ts');
    const exported = new Set(index?.exports.map(({ declaration }) => declaration?.name));
    for (const module of modules) {
      module.path = publish(module.path);
      module.declarations = module.declarations.filter(
        ({ name, tagName }) => tagName || exported.has(name),
      );
      const declared = new Set(module.declarations.map(({ name }) => name));
      for (const { declaration } of module.exports) {
        if (declaration?.module) declaration.module = publish(declaration.module);
      }
      module.exports = module.exports.filter(
        ({ kind, name }) =>
          kind === 'custom-element-definition' ||
          declared.has(name) ||
          module.path === 'dist/index.js',
      );
      for (const declaration of module.declarations) {
        if (declaration.tagName) declaration.customElement = true;
        // The analyzer takes a class of the platform, such as `Event`, for one of the file.
        delete declaration.superclass?.module;
        declaration.members = declaration.members?.filter(
          ({ privacy, static: isStatic }) => !isStatic && (privacy ?? 'public') === 'public',
        );
      }
    }
    customElementsManifest.modules = modules.filter(
      ({ declarations, exports }) => declarations.length + exports.length > 0,
    );
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
