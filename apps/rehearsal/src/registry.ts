import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Relay } from './relay.ts';
import { start } from './shell.ts';

/** What a registry knows of a package. */
interface Packument {
  readonly versions: Record<string, { readonly dist: { readonly integrity: string } }>;
  readonly 'dist-tags': Record<string, string>;
}

const program = fileURLToPath(new URL('../node_modules/verdaccio/bin/verdaccio', import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A registry of our packages alone, on this machine alone, with its storage in a folder. */
export class Registry {
  readonly #storage: string;
  /** Where it listens itself. */
  readonly #inner: string;
  readonly relay: Relay;

  private constructor(storage: string, inner: string, relay: Relay) {
    this.#storage = storage;
    this.#inner = inner;
    this.relay = relay;
  }

  /** Starts it and waits until it answers. */
  static async open(folder: string): Promise<Registry> {
    mkdirSync(folder, { recursive: true });
    const storage = join(folder, 'storage');
    const config = {
      storage,
      auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 1 } },
      web: { enable: false },
      max_body_size: '20mb',
      packages: { '@sealmark/*': { access: '$all', publish: '$authenticated' } },
      log: { type: 'stdout', format: 'json', level: 'fatal' },
    };
    // JSON is YAML, too.
    writeFileSync(join(folder, 'config.yaml'), JSON.stringify(config));

    const port = await freePort();
    const inner = `http://127.0.0.1:${port}/`;
    const listen = ['--listen', `127.0.0.1:${port}`];
    const args = [program, '--config', join(folder, 'config.yaml'), ...listen];
    const child = start(process.execPath, args, { cwd: folder });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
      const answer = await fetch(`${inner}-/ping`).catch(() => undefined);
      if (answer?.ok) return new Registry(storage, inner, await Relay.open(port));
      await pause(100);
    }
    throw new Error(`The registry did not start:\n${said}`);
  }

  /** Where everybody finds it. */
  get address(): string {
    return `http://127.0.0.1:${this.relay.port}/`;
  }

  /** Nobody gets to it any more. Its process ends with all others. */
  close(): void {
    this.relay.close();
  }

  /** Makes a user and gives their token. */
  async login(): Promise<string> {
    const name = 'releaser';
    const answer = await fetch(`${this.#inner}-/user/org.couchdb.user:${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: crypto.randomUUID() }),
    });
    const { token } = (await answer.json()) as { token?: string };
    if (token === undefined) throw new Error(`The registry gave no token: ${answer.status}`);
    return token;
  }

  async #packument(name: string): Promise<Packument | undefined> {
    const answer = await fetch(`${this.#inner}${name.replace('/', '%2f')}`);
    return answer.ok ? ((await answer.json()) as Packument) : undefined;
  }

  /** The versions of a package, in order of publishing. */
  async versions(name: string): Promise<string[]> {
    return Object.keys((await this.#packument(name))?.versions ?? {});
  }

  /** Which version a channel leads to. */
  async tag(name: string, tag = 'latest'): Promise<string | undefined> {
    return (await this.#packument(name))?.['dist-tags'][tag];
  }

  /** The hash of what was published as a version. */
  async integrity(name: string, version: string): Promise<string | undefined> {
    return (await this.#packument(name))?.versions[version]?.dist.integrity;
  }

  /** All tarballs in its storage. */
  stored(): string[] {
    return globSync('**/*.tgz', { cwd: this.#storage }).sort();
  }
}
