/**
 * Loaded before a build (`node --import`): the same site with entries that nobody would write down. Two hundred like
 * the real ones, one with nothing that may be missing, one whose words are long and hostile, one that moved, one that
 * was withdrawn.
 */
import { registerHooks } from 'node:module';

const name = '@sealmark/messengers/all';
const { default: records } = await import(name);
const sample = records.find(({ id }: { id: string }) => id === 'signal');
const source = { url: 'https://source.example/', title: 'A source', kind: 'secondary' };
const hostile = '</script><img src=x onerror=alert(1)>"\'=1+1|`';
const long = `${'Donau'.repeat(60)} ${hostile}`;

const many = Array.from({ length: 200 }, (_, index) => ({
  ...records[index % records.length],
  id: `heron-${index}`,
  name: `Heron ${index}`,
}));
const least = {
  ...sample,
  id: 'least',
  name: 'Least',
  qualifier: undefined,
  links: [],
  downloads: [],
  officialHosts: [],
  audits: [],
  specifications: [],
  claims: {},
  highlights: [],
  notes: [],
  guides: [],
  former: undefined,
  events: undefined,
  developer: { name: 'Somebody', asOf: '2026', reviewed: '2026-11-23', sources: [source] },
  lifecycle: { state: 'active', asOf: '2026', reviewed: '2026-11-23', sources: [source] },
};
const most = {
  ...sample,
  id: 'most',
  name: long,
  tagline: long,
  summary: [{ type: 'paragraph', children: [long] }],
  claims: Object.fromEntries(
    Object.entries(sample.claims).map(([fact, claim]) => [
      fact,
      { ...(claim as object), note: [{ type: 'paragraph', children: [long] }] },
    ]),
  ),
};
const moved = {
  id: 'old-name',
  kind: 'moved',
  name: 'Old Name',
  to: 'signal',
  since: '2026-01-15',
  reason: 'Its makers renamed it.',
  sources: [source],
};
const removed = {
  id: 'gone',
  kind: 'removed',
  name: 'Gone',
  listed: '2022-09',
  since: '2026-02-01',
  reason: 'It closed.',
  sources: [source],
};

// Handed over as they are: as the text of a module they would take seconds to parse.
const all = JSON.parse(
  JSON.stringify([...records, ...many, least, most, moved, removed]),
) as unknown[];
Object.assign(globalThis, { syntheticEntries: all });
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === name
      ? { url: 'synthetic:all', format: 'module', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'synthetic:all'
      ? {
          format: 'module',
          source: 'export default globalThis.syntheticEntries',
          shortCircuit: true,
        }
      : next(url, context),
});
