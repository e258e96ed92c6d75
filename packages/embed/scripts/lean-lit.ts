import { join } from 'node:path';
import type { Plugin } from 'rolldown';

const lean = join(import.meta.dirname, '..', 'src', 'css-tag.ts');

/** Leaves out what Lit does for engines without constructed style sheets. */
export function leanLit(): Plugin {
  return {
    name: 'lean-lit',
    resolveId: {
      filter: { id: /\/css-tag\.js$/ },
      handler: (_id, importer) => (importer?.includes('@lit/reactive-element') ? lean : undefined),
    },
  };
}
