import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt, must, type Outcome } from './shell.ts';
import type { Stage } from './stage.ts';

const bin = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

/** Who installs, and what they type. */
export const managers = {
  npm: { install: ['npm', 'install'], update: ['npm', 'update'], node: ['node'] },
  pnpm: {
    install: [`${bin}pnpm`, 'install', '--no-frozen-lockfile'],
    update: [`${bin}pnpm`, 'update'],
    node: ['node'],
  },
  // Plug'n'Play, which knows no node_modules: the strictest reader of "dependencies".
  yarn: {
    install: ['node', `${bin}yarn`, 'install', '--no-immutable'],
    update: ['node', `${bin}yarn`, 'up', '@sealmark/*'],
    node: ['node', `${bin}yarn`, 'node'],
  },
} as const;

/** Somebody's project that uses our packages. */
export class Consumer {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #manager: (typeof managers)[keyof typeof managers];

  constructor(
    { folder, env, registry }: Stage,
    name: string,
    dependencies: Record<string, string>,
    manager: keyof typeof managers = 'npm',
  ) {
    this.folder = join(folder, 'consumers', name);
    this.#env = env;
    this.#manager = managers[manager];
    this.write(
      'package.json',
      JSON.stringify({ name, private: true, type: 'module', dependencies }),
    );
    if (manager === 'yarn') {
      // Yarn reads no .npmrc.
      const scopes = { sealmark: { npmRegistryServer: registry.address.replace(/\/$/, '') } };
      this.write(
        '.yarnrc.yml',
        JSON.stringify({
          npmScopes: scopes,
          npmRegistryServer: env['REHEARSAL_REGISTRY'],
          unsafeHttpWhitelist: ['127.0.0.1'],
          enableTelemetry: false,
          enableGlobalCache: false,
          // What an earlier rehearsal published under the same version is not ours.
          globalFolder: join(folder, 'yarn'),
          // Ours are minutes old.
          npmPreapprovedPackages: ['@sealmark/*'],
        }),
      );
      this.write('yarn.lock', '');
    }
    if (manager === 'pnpm') {
      const [storeDir, cacheDir] = ['pnpm-store', 'pnpm-cache'].map((name) => join(folder, name));
      this.write(
        'pnpm-workspace.yaml',
        JSON.stringify({ minimumReleaseAge: 0, storeDir, cacheDir }),
      );
    }
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  install(): Promise<Outcome> {
    return this.#attempt(this.#manager.install);
  }

  update(): Promise<Outcome> {
    return this.#attempt(this.#manager.update);
  }

  /** Runs a script of theirs. */
  async node(script: string, text: string): Promise<Outcome> {
    this.write(script, text);
    return this.#attempt([...this.#manager.node, script]);
  }

  run(command: string, args: readonly string[]): Promise<Outcome> {
    return this.#attempt([command, ...args]);
  }

  /** The version of a package that they have. */
  version(name: string, inside = ''): string {
    const file = join(this.folder, inside, 'node_modules', name, 'package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }

  #attempt([command = '', ...args]: readonly string[]): Promise<Outcome> {
    return attempt(command, args, { cwd: this.folder, env: this.#env });
  }

  /** Runs a command of theirs that has to succeed. */
  must(command: string, args: readonly string[]): Promise<string> {
    return must(command, args, { cwd: this.folder, env: this.#env });
  }
}

/** What a stranger's project does with everything we publish; prints what it found as JSON. */
export const usesEverything = `
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { signal, briar, meta } from '@sealmark/messengers';
import { threatModeling } from '@sealmark/guides';
import { validate } from '@sealmark/content-tools';
import { prerender, openContent } from '@sealmark/prerender';
import { colors } from '@sealmark/theme';

const { html, assets } = await prerender('<messenger-card name="signal"></messenger-card>', {
  content: openContent('@sealmark/messengers'),
  base: '/assets/',
});
const require = createRequire(import.meta.url);
const script = readFileSync(fileURLToPath(import.meta.resolve('@sealmark/embed/embed.js')), 'utf8');
console.log(JSON.stringify({
  version: meta.version,
  names: [signal.name, briar.name],
  claim: briar.claims['disappearing-messages'].value,
  guide: typeof threatModeling.title,
  card: /<template shadowrootmode="open">[^]*Signal/.test(html),
  style: assets[0].text.length > 100,
  script: script.includes('messenger-card'),
  schema: require('@sealmark/schema/card.schema.json').$schema,
  tools: typeof validate,
  theme: Object.keys(colors).length > 5,
}));
`;

/** The packages that a stranger installs. */
export const everything = [
  'audit-badge',
  'content-tools',
  'downloads-dropdown',
  'element-kit',
  'embed',
  'guides',
  'messenger-card',
  'messengers',
  'prerender',
  'schema',
  'theme',
];

export const ranges = (range: string): Record<string, string> =>
  Object.fromEntries(everything.map((name) => [`@sealmark/${name}`, range]));
