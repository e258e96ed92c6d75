import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  readonly #folder: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async open(folder: string): Promise<Registry> {
    mkdirSync(folder, { recursive: true });
    const registry = new Registry(folder, await freePort());
    const config = {
      storage: join(folder, 'storage'),
      auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 1 } },
      web: { enable: false },
      max_body_size: '20mb',
      packages: { '@sealmark/*': { access: '$all', publish: '$authenticated' } },
      log: { type: 'stdout', format: 'json', level: 'fatal' },
    };
    // JSON is YAML, too.
    writeFileSync(join(folder, 'config.yaml'), JSON.stringify(config));
    await registry.start();
    return registry;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async start(): Promise<void> {
    const args = [program, '--config', join(this.#folder, 'config.yaml')];
    args.push('--listen', `127.0.0.1:${this.#port}`);
    let said = '';
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    this.#process = child;
    for (let tries = 0; tries < 200; tries += 1) {
      if (child.exitCode !== null) break;
      const answer = await fetch(`${this.address}-/ping`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(100);
    }
    this.kill();
    throw new Error(`The registry did not start:\n${said}`);
  }

  /** Ends it at once, in the middle of whatever it does. Its storage stays. */
  kill(): void {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  /** Makes a user and gives their token. */
  async login(): Promise<string> {
    const name = 'releaser';
    const answer = await fetch(`${this.address}-/user/org.couchdb.user:${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: crypto.randomUUID() }),
    });
    const { token } = (await answer.json()) as { token?: string };
    if (token === undefined) throw new Error(`The registry gave no token: ${answer.status}`);
    return token;
  }

  async #packument(name: string): Promise<Packument | undefined> {
    const answer = await fetch(`${this.address}${name.replace('/', '%2f')}`);
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

  /** The tarballs in its storage: these are there even while it is not. */
  stored(): string[] {
    return globSync('**/*.tgz', { cwd: join(this.#folder, 'storage') }).sort();
  }
}
