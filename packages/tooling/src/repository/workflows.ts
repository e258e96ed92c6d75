import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { parse, parseDocument } from 'yaml';

/** The part of a workflow that is read here. */
interface Workflow {
  readonly on?: unknown;
  readonly permissions?: Permissions;
  readonly jobs?: Record<string, Job>;
}
type Permissions = string | Record<string, string>;
interface Job {
  readonly permissions?: Permissions;
  readonly environment?: unknown;
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}

// What anybody can write into a pull request, and so into a command.
const fromOutside = /\$\{\{[^}]*\b(github\.(event|head_ref|base_ref|ref_name)|inputs)\b/;

/** What GitHub itself would say of a workflow that it cannot run. */
async function refusals(name: string, content: string): Promise<string[]> {
  // The parser imports its schema as only bundlers let it.
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (!found.url.endsWith('.json')) return found;
      return { ...found, importAttributes: { ...found.importAttributes, type: 'json' } };
    },
  });
  try {
    const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
    const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    return context.errors.getErrors().map(({ message }) => message);
  } finally {
    hooks.deregister();
  }
}

function ofStep(
  step: Step,
  text: string,
  mayWrite: boolean,
  scripts: ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  const { uses, run } = step;
  if (uses !== undefined) {
    const [, owner, hash] = /^([^/]+)\/[^@]+@([0-9a-f]{40})$/.exec(uses) ?? [];
    if (hash === undefined) problems.push(`uses ${uses}: pin it by the hash of a commit`);
    else if (owner !== 'actions') problems.push(`uses ${uses}: only GitHub's own actions run here`);
    else if (!new RegExp(`${hash} # v\\d+(\\.\\d+){2}$`, 'm').test(text))
      problems.push(`uses ${uses}: name its version behind it, as in "# v1.2.3"`);
    if (uses.startsWith('actions/checkout@')) {
      const keeps = step.with?.['persist-credentials'];
      if (keeps === undefined) problems.push('checks out without saying "persist-credentials"');
      else if (keeps === true && !mayWrite)
        problems.push('keeps credentials, and may not write: "persist-credentials: false"');
    }
  }
  if (run !== undefined) {
    if (fromOutside.test(run))
      problems.push(`runs what others can write: give “${run.trim()}” its values by "env"`);
    for (const [, script = ''] of run.matchAll(/\bnpm run ([\w:-]+)/g)) {
      if (!scripts.has(script)) problems.push(`runs npm run ${script}, which there is not`);
    }
  }
  return problems;
}

/** What is wrong with one workflow. `scripts` are the names of the scripts of the root package.json. */
export async function problemsOf(
  name: string,
  text: string,
  scripts: ReadonlySet<string>,
): Promise<string[]> {
  const refused = await refusals(name, text);
  if (refused.length > 0) return refused;
  const workflow = parse(text) as Workflow;
  const problems: string[] = [];
  if (JSON.stringify(workflow.permissions) !== '{}')
    problems.push('write "permissions: {}" at the top, and what is needed at each job');
  const triggers = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on ?? {});
  if (triggers.includes('pull_request_target'))
    problems.push('runs on pull_request_target, with rights, what strangers write');
  for (const [id, job] of Object.entries(workflow.jobs ?? {})) {
    const say = (problem: string): void => void problems.push(`job ${id} ${problem}`);
    const { permissions } = job;
    const rights = typeof permissions === 'object' ? permissions : undefined;
    if (rights === undefined) say('does not list its permissions');
    if (job['timeout-minutes'] === undefined) say('has no "timeout-minutes"');
    if (job['runs-on']?.endsWith('-latest')) say(`runs on ${job['runs-on']}: name a version`);
    if (rights?.['id-token'] === 'write' && job.environment === undefined)
      say('may prove who it is, and has no environment in which somebody approves');
    const mayWrite = rights?.['contents'] === 'write';
    for (const step of job.steps ?? []) ofStep(step, text, mayWrite, scripts).forEach(say);
  }
  return problems;
}

/** What GitHub would refuse of a form: words that are something else to a reader of YAML 1.1, such as a date. */
export function problemsOfForm(text: string): string[] {
  const problems: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value instanceof Date || typeof value === 'number')
      problems.push(`${path} is no text to GitHub: write it in quotes`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inside] of Object.entries(value))
        visit(inside, path ? `${path}.${key}` : key);
  };
  visit(parse(text, { version: '1.1' }), '');
  return problems;
}

/** Checks all workflows: GitHub can run them, and they do and may no more than they must. */
export async function workflows(repository: string): Promise<string[]> {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const names = new Set(Object.keys(scripts));
  const files = globSync('.github/workflows/*.{yml,yaml}', { cwd: repository }).sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(join(repository, file), 'utf8');
      return (await problemsOf(basename(file), text, names)).map((each) => `${file}: ${each}`);
    }),
  );
  const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: repository }).flatMap((file) =>
    problemsOfForm(readFileSync(join(repository, file), 'utf8')).map((each) => `${file}: ${each}`),
  );
  // The updates of dependencies have no parser to be had: that they are YAML is something.
  const others = globSync('.github/**/*.{yml,yaml}', { cwd: repository }).flatMap((file) =>
    parseDocument(readFileSync(join(repository, file), 'utf8')).errors.map(
      ({ message }) => `${file}: ${message}`,
    ),
  );
  return [...found.flat(), ...forms, ...others];
}
