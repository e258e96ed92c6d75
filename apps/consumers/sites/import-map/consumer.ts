import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer } from '../../src/consumer.ts';
import { works } from '../../src/promises.ts';

const page = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8');
const [, map = ''] = /<script type="importmap">([^]*?)<\/script>/.exec(page) ?? [];
const hash = createHash('sha256').update(map).digest('base64');

export default {
  about: 'plain HTML with an import map, no build',
  serve: '.',
  policy: `default-src 'none'; script-src 'self' 'sha256-${hash}'; require-trusted-types-for 'script'; trusted-types lit-html`,
  look: works,
} satisfies Consumer;
