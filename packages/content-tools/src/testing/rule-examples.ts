import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { BASICS, RULES } from '../rules/index.ts';

/** A right and a wrong example of a rule. */
export interface RuleExample {
  rule: string;
  /** The file, from the folder of the package. */
  in?: string;
  /** A file that is copied to the place that the example names. */
  copy?: string;
  /** What stands in the file and makes room for the example; the right one, unless it is given. */
  at?: string;
  /** What stands at the end of other files. */
  more?: Record<string, string>;
  right: string;
  wrong: string;
  today?: string;
  /** Where addresses end. */
  links?: Record<string, string>;
  /** What the check says of the wrong one. */
  message: string;
}

const FILE = join(import.meta.dirname, '../../test-data/rules.yaml');

export const ruleExamples: RuleExample[] = parse(readFileSync(FILE, 'utf8'));

/** Puts an example into a package. */
export function apply(root: string, example: RuleExample, which: 'right' | 'wrong'): void {
  const text = example[which];
  for (const [path, more] of Object.entries(example.more ?? {})) append(join(root, path), more);
  if (example.copy) return cpSync(join(root, example.copy), join(root, text));
  const file = join(root, example.in!);
  if (example.rule === 'guides') writeText(file, GUIDE);
  if (!existsSync(file)) return writeText(file, text);
  const place = (example.at ?? example.right).trimEnd();
  const before = readFileSync(file, 'utf8');
  if (!before.includes(place)) throw new Error(`${example.in} does not contain ${place}`);
  writeText(
    file,
    before.replace(place, () => text.trimEnd()),
  );
}

function append(file: string, text: string): void {
  writeText(file, (existsSync(file) ? readFileSync(file, 'utf8') : '') + text);
}

function writeText(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A guide of the right length, for examples to change. */
const GUIDE = `title: T
about: A.
messengers: [heron]
sources:
  page: { url: 'https://page.example/', title: P, kind: secondary }
sections:
${['start', 'reading', 'end']
  .map(
    (id) =>
      `  - id: ${id}\n    heading: ${id}\n    body: ${'word '.repeat(150).trim()}\n    asOf: '2022'\n    reviewed: '2022-09-16'\n    sources: [page]\n`,
  )
  .join('')}`;

/** What stands elsewhere for an example, as comments say it. */
const around = ({ more = {}, links = {} }: RuleExample): string =>
  [
    ...Object.entries(more).map(([path, text]) => `# in ${path}\n${text}`),
    ...Object.entries(links).map(([url, final]) => `# in links.json\n# ${url} leads to ${final}\n`),
  ].join('');

/** The list of rules as the README has it, made of what the rules say and of the examples that the tests break. */
export function ruleList(): string {
  return [...BASICS, ...RULES]
    .map(({ id, says, ...kind }) => {
      const examples = ruleExamples.filter(({ rule }) => rule === id);
      const note = 'advises' in kind ? ' It advises, and keeps nobody from building.' : '';
      return [
        `### ${id}`,
        `${says}${note}`,
        ...examples.map(
          (example) =>
            `\`\`\`yaml\n${around(example)}# wrong\n${example.wrong.trimEnd()}\n# right\n${example.right.trimEnd()}\n\`\`\`\n\n> ${example.message}`,
        ),
      ].join('\n\n');
    })
    .join('\n\n');
}

const PLACE = /(<!-- rules -->\n)[^]*?(<!-- \/rules -->)/;

/** A README with the list of rules filled in at its place. */
export const withRules = (readme: string): string =>
  readme.replace(PLACE, (_, start: string, end: string) => `${start}\n${ruleList()}\n\n${end}`);
