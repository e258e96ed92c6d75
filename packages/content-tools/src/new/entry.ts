import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { isSafeAddress, wrongAddress } from '../addresses.ts';
import type { Content, VocabularyName } from '../content.ts';
import { FolderError, isFolder, linkOnTheWay } from '../folders.ts';
import { BLANK } from '../rules/blanks.ts';
import { field, idsOf, listOf } from '../rules/rule.ts';
import { validate } from '../validate.ts';
import { oneOf, quote, suggest } from '../words.ts';
import { writeFile } from '../write.ts';
import { readYaml } from '../yaml.ts';

/** What is known of a new entry; what is not becomes a blank. */
export interface Answers {
  name?: string | undefined;
  group?: string | undefined;
  homepage?: string | undefined;
  developer?: string | undefined;
  tagline?: string | undefined;
  summary?: string | undefined;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 64;

/** Answers on one line, without spaces around them; an empty one is none. */
export const tidy = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, said]: [string, string | undefined]) => [
      name,
      said?.replace(/\s+/g, ' ').trim() || undefined,
    ]),
  );

/** Why an id cannot be that of a new entry. */
export function wrongId(id: string, content?: Content): string | undefined {
  if (ID.test(id) && id.length > LONGEST)
    return `${quote(id)} is too long for an id; write at most ${LONGEST} signs`;
  if (!ID.test(id)) {
    const good = id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST)
      .replace(/-$/, '');
    return `${quote(id)} is not an id; write small letters, digits and single hyphens${good ? `: ${good}` : ''}`;
  }
  return content?.entries.has(id)
    ? `there is an entry "${id}" already; choose another id`
    : undefined;
}

/** Why an answer cannot be taken: what the check would say of an entry with it, and not of one with blanks alone. */
export function wrongAnswer(content: Content, answers: Answers): string | undefined {
  const { homepage, group } = answers;
  if (homepage && !isSafeAddress(homepage)) return wrongAddress(homepage);
  const blank = new Set(checked(content, { group }));
  return checked(content, answers).find((message) => !blank.has(message));
}

/** What the check says of an entry with these answers, whatever else the package holds. */
function checked(content: Content, answers: Answers): string[] {
  const path = 'content/messengers/new.yaml';
  const { file } = readYaml(path, entryOf(content, answers, '2000-01-01'));
  const alone = { entries: new Map([['new', file]]), guides: new Map(), problems: [] };
  return validate({ ...content, ...alone, exceptions: undefined })
    .filter((problem) => problem.file === path && problem.rule !== 'blanks')
    .map(({ message }) => message);
}

/** The sections of the page that an entry can stand in. */
export const sectionsOf = (content: Content): string[] =>
  idsOf(field(content.page?.data, 'sections'));

/**
 * Writes an entry with blanks, and puts it on the page.
 *
 * @param today - `YYYY-MM-DD`.
 * @returns The paths of what was written, from the folder of the package.
 * @throws {FolderError} When the id or an answer cannot be used, or the package cannot be read.
 */
export function writeEntry(
  content: Content,
  id: string,
  answers: Answers,
  today: string,
): string[] {
  const wrong = wrongId(id, content);
  if (wrong) throw new FolderError(`${wrong}.`);
  const sections = sectionsOf(content);
  const listed = sectionOf(content, id);
  const group = answers.group ?? listed ?? sections[0];
  if (group === undefined || !content.vocabularies.get('facts')?.data)
    throw new FolderError(
      `content/page.yaml or content/vocabularies/facts.yaml cannot be read; run sealmark check.`,
    );
  if (!sections.includes(group))
    throw new FolderError(`"${group}" is no section of the page; ${suggest(group, sections)}.`);
  if (listed !== undefined && listed !== group)
    throw new FolderError(
      `content/page.yaml has "${id}" in "${listed}" already; write --group ${listed}, or move it there first.`,
    );
  for (const [name, said] of Object.entries(answers)) {
    const refused = wrongAnswer(content, { [name]: said });
    if (refused) throw new FolderError(`--${name}: ${refused}.`);
  }
  const path = `content/messengers/${id}.yaml`;
  const full = join(content.root, path);
  const link = linkOnTheWay(content.root, full);
  if (link) throw new FolderError(`${link} is a link; put the folder itself in its place.`);
  if (existsSync(full)) throw new FolderError(`${full} is there already.`);
  const page = content.files.get('content/page.yaml')!;
  const now = listed === undefined ? withEntry(page.text, group, id) : page.text;
  if (now === undefined)
    throw new FolderError(
      `content/page.yaml has no list of entries in the section "${group}"; write entries: [] there first.`,
    );
  writeFile(full, entryOf(content, { ...answers, group }, today));
  if (now === page.text) return [path];
  writeFile(join(content.root, page.path), now);
  return [path, page.path];
}

/** The section of the page where an entry stands already. */
export const sectionOf = (content: Content, id: string): string | undefined =>
  idsOf(
    listOf(field(content.page?.data, 'sections')).filter((section) =>
      listOf(field(section, 'entries')).includes(id),
    ),
  ).at(0);

/** Makes the folder of the entries where a package has none yet. */
export function readyForEntries(root: string): void {
  if (existsSync(join(root, 'content/page.yaml')) && !isFolder(join(root, 'content/messengers')))
    mkdirSync(join(root, 'content/messengers'));
}

/** The text of an entry in which nobody has looked at anything yet. */
function entryOf(content: Content, answers: Answers, today: string): string {
  const terms = (name: VocabularyName) => idsOf(content.vocabularies.get(name)?.data);
  const pick = (name: VocabularyName, wish: string) =>
    terms(name).includes(wish) ? wish : (terms(name)[0] ?? BLANK);
  const facts = terms('facts');
  const { name = BLANK, homepage = BLANK, developer = BLANK, tagline, summary } = answers;
  const host = homepage === BLANK ? BLANK : new URL(homepage).hostname.replace(/^www\./, '');
  const initial = name === BLANK ? BLANK : [...name][0]!.toUpperCase();
  const labels = new Map(
    listOf(content.vocabularies.get('facts')?.data).map((fact) => [
      field(fact, 'id'),
      String(field(fact, 'label')),
    ]),
  );
  return `# yaml-language-server: $schema=../../node_modules/@sealmark/schema/dist/authoring.schema.json
# Fill in each ${BLANK}; npx sealmark check tells what belongs there.
kind: messenger
name: ${text(name)}
group: ${answers.group ?? sectionsOf(content)[0]}
logo:
  reason: No mark that may be shown is known, so the initial stands here.
  alt: ${text(`The letter ${initial}`)}
tagline: ${text(tagline ?? BLANK)}
summary: ${text(summary ?? BLANK)}

developer:
  name: ${text(developer)}
  asOf: '${today.slice(0, 7)}'
  reviewed: '${today}'
  sources: [site]

sources:
  site:
    url: ${text(homepage)}
    title: ${name === BLANK ? BLANK : text(`${name}, homepage`)}
    kind: ${pick('source-kinds', 'vendor')}

links:
  - role: ${pick('link-roles', 'homepage')}
    url: ${text(homepage)}
    sources: [site]

# Each with platform, store, url, label and sources; store is one of ${oneOf(terms('stores'))}.
downloads: []
officialHosts: [${text(host)}]

audits: []
auditsReviewed: '${today}'
specifications: []

# An answer has value, sources, asOf and reviewed. Unknown is not no: it has a note with the reason.
claims:
${facts
  .map(
    (fact) => `  # ${labels.get(fact)}
  ${fact}:
    value: unknown
    note: ${BLANK}
    reviewed: '${today}'
`,
  )
  .join('')}
# Three to five facts that the card shows, each in a few words.
highlights:
${facts
  .slice(0, 3)
  .map((fact) => `  - fact: ${fact}\n    text: ${BLANK}\n`)
  .join('')}
notes: []
guides: []
lifecycle:
  state: unknown
  asOf: '${today.slice(0, 7)}'
  reviewed: '${today}'
  sources: [site]
`;
}

/** A text as YAML, on one line. */
const text = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();

/** The text of the page with an entry more at the end of a section, every other sign as it was. */
export function withEntry(page: string, section: string, id: string): string | undefined {
  const sections = parseDocument(page).get('sections');
  const found = isSeq(sections)
    ? (sections.items as YAMLMap[]).find((item) => item.get?.('id') === section)
    : undefined;
  const entries = found?.get('entries', true) as YAMLSeq | undefined;
  if (!isSeq(entries) || !entries.range) return undefined;
  const items = entries.items as { value?: unknown; range?: [number, number, number] }[];
  const blank = items.find(({ value }) => value === BLANK);
  if (blank?.range) return page.slice(0, blank.range[0]) + id + page.slice(blank.range[1]);
  const last = items.at(-1);
  const insert = (at: number, piece: string) => page.slice(0, at) + piece + page.slice(at);
  if (!last?.range) return insert(page.indexOf('[', entries.range[0]) + 1, id);
  if (entries.flow) return insert(last.range[1], `, ${id}`);
  const line = page.lastIndexOf('\n', last.range[0]) + 1;
  const indent = /^\s*/.exec(page.slice(line))![0];
  return insert(last.range[1], `\n${indent}- ${id}`);
}
