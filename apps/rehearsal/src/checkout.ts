import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { attempt, must, type Outcome } from './shell.ts';

/** The part of a package.json that is read here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

/** A clone of the repository in which a rehearsal may do as it likes. */
export class Checkout {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.env = env;
  }

  /** Clones what is committed in `repository` and installs it. */
  static async open(repository: string, folder: string, env: NodeJS.ProcessEnv): Promise<Checkout> {
    const here = { cwd: repository };
    if ((await must('git', ['rev-parse', '--is-shallow-repository'], here)).trim() === 'true')
      throw new Error(
        'This clone has not the whole history, which changesets looks at: get it with git fetch --unshallow; in a workflow, with fetch-depth: 0.',
      );
    // What is pushed stays in the rehearsal.
    const origin = join(dirname(folder), 'origin.git');
    await must('git', ['clone', '--quiet', '--no-hardlinks', '--bare', '.', origin], here);
    await must('git', ['clone', '--quiet', origin, folder], here);
    const bin = join(folder, 'node_modules/.bin');
    const checkout = new Checkout(folder, {
      ...env,
      // git knows nobody here, as on the machine of a workflow.
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'user.useConfigOnly',
      GIT_CONFIG_VALUE_0: 'true',
      PATH: `${bin}:${env['PATH']}`,
      // What a folder that somebody works in left in the cache is not what a clone builds.
      TURBO_CACHE_DIR: join(dirname(folder), 'turbo'),
      TURBO_TELEMETRY_DISABLED: '1',
    });
    await checkout.git('checkout', '--quiet', '-B', 'main');
    // Nothing of ours comes from the registry yet, and what others made is in the cache of whoever works here.
    const own = { ...env, NPM_CONFIG_CACHE: process.env['NPM_CONFIG_CACHE'] };
    await must('npm', ['ci', '--prefer-offline'], { cwd: folder, env: own });
    return checkout;
  }

  /** The last commit's subject, and whether nothing waits to be committed. */
  async isClean(): Promise<boolean> {
    return (await this.git('status', '--porcelain')) === '';
  }

  /** The environment of somebody whom git knows. */
  get #person(): NodeJS.ProcessEnv {
    const [name, email] = ['Rehearsal', 'rehearsal@example.org'];
    return {
      ...this.env,
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    };
  }

  async git(...args: string[]): Promise<string> {
    return (await must('git', args, { cwd: this.folder, env: this.#person })).trim();
  }

  /** The tags here, and those that were pushed. */
  async tags(): Promise<{ here: string[]; pushed: string[] }> {
    const lines = async (...args: string[]): Promise<string[]> =>
      (await this.git(...args)).split('\n').filter(Boolean);
    const pushed = await lines('ls-remote', '--tags', '--refs', 'origin');
    return {
      here: (await lines('tag')).sort(),
      pushed: pushed.map((line) => line.split('\trefs/tags/')[1] ?? line).sort(),
    };
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  /** Goes back to what is committed. */
  async undo(): Promise<void> {
    await this.git('reset', '--quiet', '--hard');
    await this.git('clean', '--quiet', '--force', '-d');
  }

  /** Runs a script of the repository, as people do, whatever it comes to. */
  run(
    script: string,
    args: readonly string[] = [],
    more: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    const options = { cwd: this.folder, env: { ...this.#person, ...more } };
    return attempt('npm', ['run', '--silent', script, '--', ...args], options);
  }

  /** Runs a script of the workflows as a job does: in a checkout in which git knows nobody. */
  async script(
    name: string,
    args: readonly string[] = [],
    more: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    const here = { cwd: this.folder, env: this.env };
    // Whom an earlier script has told of; there may be nobody.
    await attempt('git', ['config', '--remove-section', 'user'], here);
    return attempt(`.github/${name}`, args, { ...here, env: { ...this.env, ...more } });
  }

  /** Runs a command that has to succeed, in a folder of the repository. */
  must(command: string, args: readonly string[], folder = '.'): Promise<string> {
    return must(command, args, { cwd: join(this.folder, folder), env: this.#person });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  /** Changes a JSON file. */
  // eslint-disable-next-line typescript/no-explicit-any -- the shape is the file's
  change(path: string, edit: (value: any) => void): void {
    const value: unknown = JSON.parse(this.read(path));
    edit(value);
    this.write(path, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Writes a changeset. */
  changeset(file: string, releases: Record<string, string>, text: string): void {
    const lines = Object.entries(releases).map(([name, level]) => `"${name}": ${level}\n`);
    this.write(`.changeset/${file}.md`, `---\n${lines.join('')}---\n\n${text}\n`);
  }

  /** All packages, with the folder of each. */
  packages(): (Manifest & { folder: string })[] {
    const { workspaces } = JSON.parse(this.read('package.json')) as { workspaces: string[] };
    const patterns = workspaces.map((pattern) => `${pattern}/package.json`);
    return globSync(patterns, { cwd: this.folder })
      .sort()
      .map((file) => ({
        ...(JSON.parse(this.read(file)) as Manifest),
        folder: dirname(file),
      }));
  }

  /** The versions of all packages, by name. */
  versions(): Map<string, string> {
    return new Map(this.packages().map(({ name, version }) => [name, version]));
  }
}
