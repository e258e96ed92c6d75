/**
 * Derives from the hand-written schemas what the package publishes: `dist/*.schema.json`, and the
 * TypeScript types in `src/generated/types.ts`. Begins with an empty `dist`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { authored, published, type Schema } from './derive.ts';
import { typesOf } from './types.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string): Schema => JSON.parse(readFileSync(join(root, 'src', name), 'utf8'));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

rmSync(join(root, 'dist'), { recursive: true, force: true, maxRetries: 3 });

const entry = read('authoring.schema.json');
const source = { ...entry, $defs: { ...entry.$defs, ...read('content.schema.json').$defs } };
const authoring = authored(source);
const messenger = published(source);
const card = read('card.schema.json');

/** The schema of a guide, for the editors of those who write one. */
const { $schema, $defs } = authoring;
const guide: Schema = { $schema, $id: 'urn:sealmark:schema:guide', $ref: '#/$defs/guide', $defs };

for (const [name, schema] of Object.entries({ authoring, messenger, card, guide })) {
  write(`dist/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

const { title, description, oneOf } = messenger;
const types = await typesOf({
  record: { title, description, oneOf },
  ...messenger.$defs,
  cardRecord: { title: card.title, description: card.description, oneOf: card.oneOf },
  ...card.$defs,
});
write('src/generated/types.ts', types);
